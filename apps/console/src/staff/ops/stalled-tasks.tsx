import type { StalledTasks } from '@huiying/contracts';
import { useQuery } from '@tanstack/react-query';
import { tableDate } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { CaseTable } from '../parts/case-table.js';
import { useCodeNames } from '../parts/code-name.js';
import { Empty, Loading, Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const REFRESH_MS = 60_000;

/** Tasks whose post nobody holds, oldest first: whoever keeps the directory has to name somebody. */
export function StalledTasksPart() {
  const { t, code } = useWords();
  const name = useCodeNames();
  const list = useQuery({
    queryKey: ['ops-tasks'],
    queryFn: ({ signal }) => api<StalledTasks>('/api/ops/tasks', { signal }),
    refetchInterval: REFRESH_MS,
  });
  if (list.isPending) return <Loading rows={3} />;
  if (list.isError) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <Empty text={t('ops.noStalled')} />;
  const columns = ['subject', 'process', 'post', 'waits'] as const;
  return (
    <CaseTable columns={columns.map((column) => t(`ops.stalled.${column}`))}>
      {list.data.items.map((task) => (
        <tr key={task.id}>
          <td className="nowrap">{task.subjectNo}</td>
          <td>
            {code('process', task.process)} <span className="quiet">{task.element}</span>
          </td>
          <td data-label={t('ops.stalled.post')}>
            {task.candidateGroups.map((group) => name('role', group)).join('、')}
          </td>
          <td className="nowrap" data-label={t('ops.stalled.waits')}>
            {tableDate(task.since)}
          </td>
        </tr>
      ))}
    </CaseTable>
  );
}
