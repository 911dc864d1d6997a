import type { UnlistedMoves } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { useCodeNames } from '../parts/code-name.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const REFRESH_MS = 60_000;

/** Moves of cases that are in no list of steps and were kept out: some service told what cannot be. */
export function UnlistedMovesPart() {
  const { t } = useWords();
  const name = useCodeNames();
  const list = useQuery({
    queryKey: ['ops-unlisted-moves'],
    queryFn: ({ signal }) => api<UnlistedMoves>('/api/ops/unlisted-moves', { signal }),
    refetchInterval: REFRESH_MS,
  });
  if (list.isPending) return <Loading rows={3} />;
  if (list.isError) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <Empty text={t('ops.noUnlisted')} />;
  const columns = ['case', 'move', 'trigger', 'at'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`ops.unlisted.${column}`))}>
      {list.data.items.map(({ caseNo, from, to, trigger, at }) => (
        <tr key={`${caseNo} ${at} ${trigger}`}>
          <td className="nowrap">{caseNo}</td>
          <td>
            {name('caseState', from)} → {name('caseState', to)}
          </td>
          <td data-label={t('ops.unlisted.trigger')}>{trigger}</td>
          <td className="nowrap" data-label={t('ops.unlisted.at')}>
            {tableDate(at)}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
