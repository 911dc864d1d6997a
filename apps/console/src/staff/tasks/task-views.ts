import type { TaskView } from '@huiying/contracts';

/** Pure: the lists of tasks that a person has; 团队 only where somebody works below them. */
export function viewsOf(may: (action: string) => boolean): TaskView[] {
  return ['mine', 'group', ...(may('task.team') ? (['team'] as const) : []), 'done'];
}
