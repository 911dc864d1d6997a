import type { RulebookText, RulebookVersions } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const SIGNS = { added: '＋', removed: '－' } as const;

/** Every version with who, when and what it changed (R06.6). */
export function VersionsDialog({ document, onClose }: { document: RulebookText; onClose: () => void }) {
  const { t } = useWords();
  const versions = useQuery({
    queryKey: ['rulebook-versions', document.document],
    queryFn: ({ signal }) => api<RulebookVersions>(`/api/rulebook/${document.document}/versions`, { signal }),
  });
  return (
    <Dialog title={t('rulebook.versionsOf', { name: document.title })} onClose={onClose} wide>
      {versions.isPending && <Loading rows={3} />}
      {versions.isError && <Trouble error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.items.map((item) => (
        <section key={`${item.version} ${item.revisionNo}`}>
          <h3>
            {item.version === 1
              ? t('rulebook.source')
              : t('rulebook.version', { version: item.version, day: item.effectiveOn })}
          </h3>
          {item.revisionNo !== null && (
            <p className="quiet">
              {item.revisionNo} · {tableDate(item.publishedAt)} ·{' '}
              {t('rulebook.drafted', { drafter: item.draftedBy, approver: item.approvedBy, reason: item.reason })}
            </p>
          )}
          <ul className="facts">
            {item.diff.flatMap(({ change, text }, index) =>
              change === 'same'
                ? []
                : [
                    <li key={index}>
                      {SIGNS[change]} {text}
                    </li>,
                  ],
            )}
          </ul>
        </section>
      ))}
      <span className="inline-actions end">
        <Button onClick={onClose}>{t('app.close')}</Button>
      </span>
    </Dialog>
  );
}
