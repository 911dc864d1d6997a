import type { EventModel } from '../../model/process-model.js';
import { scheduleOf, type Schedule } from '../../model/timer-values.js';
import type { Key } from '../../record/key.js';
import type { VariableScope } from '../../feel/feel.js';
import { Failure } from '../failure.js';
import type { Processing } from '../processing.js';
import { evaluateTemplate, unexpected } from './expressions.js';

/** When a timer event is due, from its expression. */
export function scheduleTimer(
  p: Processing,
  timer: EventModel & { kind: 'timer' },
  scope: Key | VariableScope,
): Schedule | Failure {
  const value = evaluateTemplate(p, timer.value, scope);
  if (value instanceof Failure) return value;
  if (typeof value !== 'string') return unexpected(timer.value, timer.timer, value);
  return (
    scheduleOf(timer.timer, value, p.now) ??
    new Failure(
      'EXTRACT_VALUE_ERROR',
      `Invalid ${timer.timer.toLowerCase()} format of a timer: '${value.slice(0, 60)}'`,
    )
  );
}
