import type { CaseView } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/staff-words.js';
import { api } from '../session/session.js';
import { Contact } from './contact.js';

/** 要点: at most five lines from the case. Whoever may not read the case sees none, and misses nothing of the page. */
export function Gist({ caseNo, withContact = false }: { caseNo: string; withContact?: boolean }) {
  const { t } = useWords();
  const found = useQuery({
    queryKey: ['case', caseNo],
    queryFn: ({ signal }) => api<CaseView>(`/api/cases/${encodeURIComponent(caseNo)}`, { signal }),
    staleTime: 30_000,
  });
  if (!found.data) return null;
  const { description, demand, place, subject } = found.data;
  const lines = [
    [t('case.place'), [place.project, place.building, place.room].filter(Boolean).join(' ')],
    [t('case.subject'), subject ?? ''],
    [t('case.description'), description],
    [t('case.demand'), demand ?? ''],
  ].filter(([, text]) => text);
  return (
    <dl className="gist" aria-label={t('tasks.gist')}>
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {withContact && (
        <div>
          <dt>{t('case.complainant')}</dt>
          <dd>
            <Contact found={found.data} />
          </dd>
        </div>
      )}
    </dl>
  );
}
