import type { CaseNotices } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** What the complainant and others were told: text, way, and how far it got. */
export function NoticesTab({ path, caseNo }: { path: string; caseNo: string }) {
  const { t, pick, code, language } = useWords();
  const notices = useQuery({
    queryKey: ['case-notices', caseNo],
    queryFn: ({ signal }) => api<CaseNotices>(`${path}/notices`, { signal }),
    refetchInterval: 30_000,
  });
  if (notices.isPending) return <Loading rows={3} />;
  if (notices.isError) return <Trouble error={notices.error} onRetry={() => void notices.refetch()} />;
  if (notices.data.items.length === 0) return <Empty text={t('notices.empty')} />;
  return (
    <ul className="notices">
      {notices.data.items.map((notice) => (
        <li key={notice.noticeId}>
          <details>
            <summary>
              <strong>{pick(notice.title)}</strong>
              <span className="quiet">
                {code('notices.way', notice.channel)} · {code('notices.state', notice.state)} ·{' '}
                {shortDate(notice.sentAt ?? notice.at, language)}
              </span>
            </summary>
            <p className="case-text">{notice.text}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
