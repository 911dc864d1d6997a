import type { TaskPeopleList, TaskPerson } from '@huiying/contracts';
import { useQueries } from '@tanstack/react-query';
import { componentsOf, type FormSchema } from '../forms/form-schema.js';
import { api } from '../session/session.js';

export type { TaskPerson };

/** Tasks of employee reports lie with a service of their own. */
const SEALED = 'jb/';

/** A task of an employee report, among those of the tasklist. */
export const sealedTask = (id: string): string => `${SEALED}${id}`;

/** Colleagues of the units that have the task, or everybody of its organisation, without those who must step aside (回避). */
export async function taskPeople(taskId: string, signal?: AbortSignal, among?: string): Promise<TaskPerson[]> {
  const path = taskId.startsWith(SEALED)
    ? `jb/tasks/${taskId.slice(SEALED.length)}`
    : `tasks/${encodeURIComponent(taskId)}`;
  const { items } = await api<TaskPeopleList>(`/api/${path}/candidates${among ? `?among=${among}` : ''}`, { signal });
  return items;
}

/** Whom the fields of a form may name, by their property `among`, to read the answers once more (核对); asked for once `wanted`. */
export function usePeopleOf(schema: FormSchema, taskId: string, wanted: boolean): Record<string, TaskPerson[]> {
  const fields = wanted ? [...componentsOf(schema)].filter(({ type }) => type === 'person') : [];
  const circles = [...new Set(fields.map(({ properties }) => properties?.['among'] ?? ''))];
  const found = useQueries({
    queries: circles.map((among) => ({
      queryKey: ['task-people', taskId, among],
      queryFn: ({ signal }: { signal: AbortSignal }) => taskPeople(taskId, signal, among || undefined),
      gcTime: 0,
    })),
  });
  return Object.fromEntries(circles.map((among, at) => [among, found[at]?.data ?? []]));
}
