import { leave } from '../bpmn/leaving.js';
import { applyOutputs } from '../bpmn/mappings.js';
import { unsubscribe } from '../bpmn/subscriptions.js';
import { valueOf } from '../bpmn/values.js';
import type { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';

/**
 * How elements of one kind live. Both methods are tried again from the start when the incident of a failure is resolved, so they fail
 * before they write what must not be written twice.
 */
export interface ElementProcessor {
  /** The instance is recorded as activating; it is to become activated, and to go on by itself or wait. */
  activate(p: Processing, at: Active): Failure | undefined;
  /** The instance is recorded as completing; it is to be left. */
  complete(p: Processing, at: Active): Failure | undefined;
}

export function activated(p: Processing, { instance }: Active): void {
  p.record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', instance.key, valueOf(instance));
}

/** What most elements do when they are left. */
export function completeWithOutputs(p: Processing, at: Active): Failure | undefined {
  const failure = applyOutputs(p, at);
  if (failure) return failure;
  unsubscribe(p, at.instance);
  return leave(p, at);
}
