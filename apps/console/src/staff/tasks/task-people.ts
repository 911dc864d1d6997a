import type { TaskPeopleList, TaskPerson } from '@huiying/contracts';
import { api } from '../session/session.js';

export type { TaskPerson };

/** Tasks of employee reports lie with a service of their own. */
const SEALED = 'jb/';

/** Colleagues of the units that have the task, or everybody of its organisation, without those who must step aside (回避). */
export async function taskPeople(taskId: string, signal?: AbortSignal, among?: string): Promise<TaskPerson[]> {
  const path = taskId.startsWith(SEALED)
    ? `jb/tasks/${taskId.slice(SEALED.length)}`
    : `tasks/${encodeURIComponent(taskId)}`;
  const { items } = await api<TaskPeopleList>(`/api/${path}/candidates${among ? `?among=${among}` : ''}`, { signal });
  return items;
}
