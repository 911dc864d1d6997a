import type { CaseLinks } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { dayDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { useCodeNames } from '../parts/code-name.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** Master, children with their own state, earlier cases of the address. */
export function LinksTab({ path, caseNo }: { path: string; caseNo: string }) {
  const { t, language } = useWords();
  const name = useCodeNames();
  const links = useQuery({
    queryKey: ['case-links', caseNo],
    queryFn: ({ signal }) => api<CaseLinks>(`${path}/links`, { signal }),
  });
  if (links.isPending) return <Loading rows={3} />;
  if (links.isError) return <Trouble error={links.error} onRetry={() => void links.refetch()} />;
  const { masterNo, children, earlier, households } = links.data;
  if (!masterNo && children.length === 0 && earlier.length === 0) return <Empty text={t('links.empty')} />;
  const state = (id: string) => name('caseState', id);
  return (
    <div className="stack">
      {!masterNo && <p>{t('links.households', { count: households })}</p>}
      {masterNo && (
        <p>
          {t('links.master')} <Link to={`/cases/${masterNo}`}>{masterNo}</Link>
        </p>
      )}
      {children.length > 0 && (
        <section>
          <h2>{t('links.children', { count: children.length })}</h2>
          <ul className="plain-list">
            {children.map((child) => (
              <li key={child.caseNo}>
                <Link to={`/cases/${child.caseNo}`}>{child.caseNo}</Link>{' '}
                <span className="quiet">
                  {[
                    state(child.state),
                    name('severity', child.severity),
                    child.sameHousehold && t('links.sameHousehold'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t('links.earlier')}</h2>
          <ul className="plain-list">
            {earlier.map((one) => (
              <li key={one.caseNo}>
                <Link to={`/cases/${one.caseNo}`}>{one.caseNo}</Link>{' '}
                <span className="quiet">
                  {dayDate(one.receivedAt, language)} · {state(one.state)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
