import type { TaskState } from '@huiying/contracts';

/** What a decision about a task looks at. */
export interface TaskFacts {
  state: TaskState;
  assigneeId: string | null;
  claimedAt: Date | null;
}

export type Refused =
  | { refused: 'task-claimed'; by: string; at: Date | null }
  | { refused: 'task-not-yours' }
  | { refused: 'task-withdrawn' }
  | { refused: 'task-completed' };

export type Held = { assigneeId: string | null; claimedAt: Date | null };

/** Whoever comes first has it; claiming one's own task again changes nothing. */
export function claim(task: TaskFacts, personId: string, now: Date): Held | Refused {
  const over = ended(task);
  if (over) return over;
  if (task.assigneeId !== null && task.assigneeId !== personId)
    return { refused: 'task-claimed', by: task.assigneeId, at: task.claimedAt };
  return { assigneeId: personId, claimedAt: task.assigneeId === null ? now : task.claimedAt };
}

export function release(task: TaskFacts, personId: string): Held | Refused {
  const over = ended(task) ?? notHeld(task, personId);
  return over ?? { assigneeId: null, claimedAt: null };
}

/** Responsibility moves; who decides may be the holder or a superior, which access has settled. */
export function assign(task: TaskFacts, to: string, now: Date): Held | Refused {
  return ended(task) ?? { assigneeId: to, claimedAt: now };
}

/** Undefined: the person may complete it. Completion is for the holder alone. */
export function mayComplete(task: TaskFacts, personId: string): Refused | undefined {
  return ended(task) ?? notHeld(task, personId);
}

export function isRefused(outcome: object): outcome is Refused {
  return 'refused' in outcome;
}

function ended(task: TaskFacts): Refused | undefined {
  if (task.state === 'withdrawn') return { refused: 'task-withdrawn' };
  return task.state === 'completed' ? { refused: 'task-completed' } : undefined;
}

function notHeld(task: TaskFacts, personId: string): Refused | undefined {
  return task.assigneeId === personId ? undefined : { refused: 'task-not-yours' };
}
