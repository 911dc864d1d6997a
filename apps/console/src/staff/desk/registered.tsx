import type { FiledComplaint } from '@huiying/contracts';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { longDate } from '../../formats/dates.js';
import { groupCode } from '../../formats/tracking-code.js';
import { useWords } from '../../words/staff-words.js';
import { PageHead } from '../parts/page.js';

/** Number and code, to be told or written down for the caller; the code is shown this once. */
export function Registered({ filed, onNext }: { filed: FiledComplaint; onNext: () => void }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={t('desk.registered')} />
      <div className="panel registered">
        <dl className="facts">
          <div>
            <dt>{t('case.number')}</dt>
            <dd className="big">{filed.caseNo}</dd>
          </div>
          <div>
            <dt>{t('desk.code')}</dt>
            <dd className="big code">{groupCode(filed.trackingCode)}</dd>
          </div>
          <div>
            <dt>{t('case.replyBy')}</dt>
            <dd>{longDate(filed.replyBy, language)}</dd>
          </div>
        </dl>
        <p className="quiet">{t('desk.codeHint')}</p>
        <span className="inline-actions">
          <Button type="primary" onClick={onNext}>
            {t('desk.next')}
          </Button>
          <Button onClick={() => void navigate(`/cases/${filed.caseNo}`)}>{t('desk.openCase')}</Button>
          <Button onClick={() => window.print()}>{t('desk.print')}</Button>
        </span>
      </div>
    </>
  );
}
