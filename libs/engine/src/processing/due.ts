import { nextDueDate } from '../model/timer-values.js';
import { NO_KEY } from '../record/key.js';
import type { Timer } from '../state/timers.js';
import { canTrigger, trigger } from './bpmn/events.js';
import { jobValueOf } from './bpmn/jobs.js';
import { active } from './bpmn/values.js';
import { createInstance } from './instances/create.js';
import type { Processing } from './processing.js';
import { without } from './without.js';

/** Does one thing that is due by now. @returns whether there was one */
export function fireNextDue(p: Processing): boolean {
  const { timers, jobs, messages } = p.state;
  const timer = timers.firstDue(p.now);
  if (timer !== undefined) {
    fireTimer(p, timers.getExisting(timer));
    return true;
  }
  const jobKey = jobs.firstDue(p.now);
  if (jobKey !== undefined) {
    const job = jobs.getExisting(jobKey);
    p.record('JOB', job.state === 'BACKOFF' ? 'RECURRED_AFTER_BACKOFF' : 'TIMED_OUT', jobKey, jobValueOf(job));
    return true;
  }
  const messageKey = messages.firstDue(p.now);
  if (messageKey === undefined) return false;
  const message = without(messages.getExisting(messageKey), 'key', 'correlatedTo');
  p.record('MESSAGE', 'EXPIRED', messageKey, { ...message, timeToLive: 0, variables: {} });
  return true;
}

function fireTimer(p: Processing, timer: Readonly<Timer>): void {
  const { key, ...value } = timer;
  const target = p.models.element(timer.processDefinitionKey, timer.targetElementId);
  if (timer.elementInstanceKey === NO_KEY) {
    p.record('TIMER', 'TRIGGERED', key, value);
    createInstance(p, p.state.processes.getExisting(timer.processDefinitionKey), {
      trigger: { elementId: target.id, variables: {} },
    });
    repeat(p, timer);
    return;
  }
  const at = active(p, timer.elementInstanceKey);
  if (!canTrigger(at, target)) {
    p.record('TIMER', 'CANCELED', key, value);
    return;
  }
  p.record('TIMER', 'TRIGGERED', key, value);
  trigger(p, at, target, {});
  if (p.state.elements.get(timer.elementInstanceKey)?.state === 'ACTIVATED' && !target.interrupting) repeat(p, timer);
}

/** The next one counts from when this one was due, so that a cycle does not drift. */
function repeat(p: Processing, timer: Readonly<Timer>): void {
  if (timer.interval === undefined || timer.repetitions === 1) return;
  const dueDate = nextDueDate(timer.interval, timer.dueDate);
  if (dueDate === undefined) return;
  const repetitions = timer.repetitions < 0 ? timer.repetitions : timer.repetitions - 1;
  p.record('TIMER', 'CREATED', p.newKey(), { ...without(timer, 'key'), dueDate, repetitions });
}
