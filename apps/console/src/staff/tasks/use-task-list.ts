import type { TaskPage, TaskView } from '@huiying/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../session/session.js';
import { compareTasks } from './compare-tasks.js';

const PROBE_MS = 15_000;

export interface TaskConditions {
  view: TaskView;
  q: string;
  caseNo: string;
}

const pathOf = ({ view, q, caseNo }: TaskConditions, cursor?: string) => {
  const search = new URLSearchParams({ view });
  if (q) search.set('q', q);
  if (caseNo) search.set('caseNo', caseNo);
  if (cursor) search.set('cursor', cursor);
  return `/api/tasks?${search.toString()}`;
};

/**
 * The list as it was read, and beside it what has changed since: new tasks wait behind a bar, vanished ones turn grey. The list itself
 * moves only when the person asks, or after something they did (console.md §0.4).
 */
export function useTaskList(conditions: TaskConditions) {
  const client = useQueryClient();
  const key = [conditions.view, conditions.q, conditions.caseNo];
  const list = useInfiniteQuery({
    queryKey: ['tasks', ...key],
    queryFn: ({ pageParam, signal }) => api<TaskPage>(pathOf(conditions, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: TaskPage) => page.next ?? undefined,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const probe = useQuery({
    queryKey: ['tasks-probe', ...key],
    queryFn: ({ signal }) => api<TaskPage>(pathOf(conditions), { signal }),
    refetchInterval: PROBE_MS,
    placeholderData: keepPreviousData,
    enabled: list.isSuccess,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const fresh =
    list.isSuccess && !probe.isPlaceholderData
      ? compareTasks(rows, probe.data, list.hasNextPage)
      : compareTasks([], undefined, false);
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['tasks'] }),
      client.invalidateQueries({ queryKey: ['tasks-probe'] }),
    ]);
  };
  return { list, rows, ...fresh, staleSince: probe.isError ? probe.dataUpdatedAt : undefined, refresh };
}
