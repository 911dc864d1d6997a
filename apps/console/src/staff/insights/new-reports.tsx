import type { ReportList } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../words/staff-words.js';
import { api } from '../session/session.js';

/** Reports that were delivered to the person and wait to be opened; nothing where there are none. */
export function NewReports() {
  const { t, pick } = useWords();
  const found = useQuery({
    queryKey: ['insights-reports', 'unread'],
    queryFn: ({ signal }) => api<ReportList>('/api/insights/reports?unread=true', { signal }),
  });
  const rows = found.data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="new-reports" aria-label={t('insights.newReports')}>
      <p>{t('insights.newReports')}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.reportNo}>
            <Link to={`/insights/reports/${encodeURIComponent(row.reportNo)}`}>
              {row.unit} {pick(row.title)} {row.period}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
