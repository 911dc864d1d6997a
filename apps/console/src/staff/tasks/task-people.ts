import type { PersonRef, TaskPeopleList } from '@huiying/contracts';
import { api } from '../session/session.js';

export type TaskPerson = PersonRef;

/** Colleagues of the units that have the task, without those who must step aside (回避). */
export async function taskPeople(taskId: string, signal?: AbortSignal): Promise<TaskPerson[]> {
  const { items } = await api<TaskPeopleList>(`/api/tasks/${encodeURIComponent(taskId)}/candidates`, {
    signal,
  });
  return items;
}
