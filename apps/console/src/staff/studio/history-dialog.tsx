import type { ParameterHistory, ParameterView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { useFigureWords } from './figure-words.js';

/** Each value that a figure had, and which applied on a day. */
export function HistoryDialog({ figure, onClose }: { figure: ParameterView; onClose: () => void }) {
  const { t, code } = useWords();
  const words = useFigureWords();
  const [on, setOn] = useState('');
  const history = useQuery({
    queryKey: ['parameter-history', figure.id, on],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ id: figure.id, ...(on ? { on } : {}) });
      return api<ParameterHistory>(`/api/studio/parameters/history?${asked.toString()}`, { signal });
    },
  });
  const applied = history.data?.on;
  return (
    <Dialog title={t('parameters.historyOf', { name: figure.name })} onClose={onClose} wide>
      <Labelled label={t('parameters.on')}>
        {(attributes) => (
          <Input {...attributes} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        )}
      </Labelled>
      {history.isPending && <Loading rows={3} />}
      {history.isError && <Trouble error={history.error} onRetry={() => void history.refetch()} />}
      {applied && (
        <p role="status">
          {applied.value === null
            ? t('parameters.notYet', { day: applied.day })
            : t('parameters.applied', { day: applied.day, value: words(figure.kind, applied.value, figure.unit) })}
        </p>
      )}
      <ul className="facts">
        {history.data?.items.map((item) => (
          <li key={item.version}>
            <strong>{words(figure.kind, item.value, figure.unit)}</strong> · {t('parameters.since')}{' '}
            {tableDate(item.since)} · {t('parameters.version')} {item.version}
            <div className="quiet">
              {item.by === 'system' ? t('parameters.delivered') : item.by}
              {item.approvedBy !== null && ` · ${t('parameters.approvedBy')} ${item.approvedBy}`}
              {item.reason !== null && ` · ${item.reason}`}
            </div>
          </li>
        ))}
      </ul>
      {history.data && history.data.releases.length > 0 && (
        <>
          <h3>{t('parameters.tab.releases')}</h3>
          <ul className="facts">
            {history.data.releases.map((release) => (
              <li key={release.at}>
                {tableDate(release.at)} · {code('releaseState', release.state)}
                <div className="quiet">
                  {t('releases.own', { value: words(figure.kind, release.own, figure.unit) })} ·{' '}
                  {t('releases.before', { value: words(figure.kind, release.shippedBefore, figure.unit) })}
                  {release.shippedNow !== null &&
                    ` · ${t('releases.now', { value: words(figure.kind, release.shippedNow, figure.unit) })}`}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <span className="inline-actions end">
        <Button onClick={onClose}>{t('app.close')}</Button>
      </span>
    </Dialog>
  );
}
