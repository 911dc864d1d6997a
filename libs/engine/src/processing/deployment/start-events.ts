import type { VariableScope } from '../../feel/feel.js';
import type { ElementModel, ProcessModel, Template } from '../../model/process-model.js';
import { scheduleOf, type Schedule } from '../../model/timer-values.js';
import { NO_KEY } from '../../record/key.js';
import type { ProcessDefinition } from '../../state/definitions.js';
import type { Processing } from '../processing.js';

/** Start events are opened before there is an instance: their expressions have no variables. */
const NO_VARIABLES: VariableScope = { get: () => undefined };

function textOf(template: Template, now: number): string | undefined {
  if (template.kind === 'static') return template.text;
  const result = template.expression.evaluate(NO_VARIABLES, now);
  return result.ok && typeof result.value === 'string' ? result.value : undefined;
}

function scheduleOfStart({ event }: ElementModel, now: number): Schedule | undefined {
  if (event?.kind !== 'timer') return undefined;
  const value = textOf(event.value, now);
  return value === undefined ? undefined : scheduleOf(event.timer, value, now);
}

function nameOfStart({ event }: ElementModel, now: number): string | undefined {
  return event?.kind === 'message' || event?.kind === 'signal' ? textOf(event.name, now) : undefined;
}

/** Start events whose name or time cannot be known without variables. */
export function startEventProblems({ root }: ProcessModel, now: number): string[] {
  return root.startEvents.flatMap((start) => {
    if (start.event?.kind === 'timer' && !scheduleOfStart(start, now))
      return [`Element: ${start.id} - ERROR: Expected a valid timer expression that needs no variables`];
    const isNamed = start.event?.kind === 'message' || start.event?.kind === 'signal';
    if (isNamed && nameOfStart(start, now) === undefined)
      return [`Element: ${start.id} - ERROR: Expected a name that needs no variables`];
    return [];
  });
}

/** The definition is the latest of its process now: its start events begin instances. */
export function openStartEvents(p: Processing, definition: Readonly<ProcessDefinition>): void {
  const { bpmnProcessId, key: processDefinitionKey } = definition;
  for (const start of p.models.process(processDefinitionKey).root.startEvents) {
    const schedule = scheduleOfStart(start, p.now);
    if (schedule && schedule.repetitions !== 0)
      p.record('TIMER', 'CREATED', p.newKey(), {
        elementInstanceKey: NO_KEY,
        processInstanceKey: NO_KEY,
        processDefinitionKey,
        targetElementId: start.id,
        ...schedule,
      });
    const name = nameOfStart(start, p.now);
    if (name === undefined) continue;
    if (start.event?.kind === 'message')
      p.record('MESSAGE_START_EVENT_SUBSCRIPTION', 'CREATED', p.newKey(), {
        processDefinitionKey,
        bpmnProcessId,
        startEventId: start.id,
        messageName: name,
      });
    else
      p.record('SIGNAL_SUBSCRIPTION', 'CREATED', p.newKey(), {
        signalName: name,
        bpmnProcessId,
        processDefinitionKey,
        elementInstanceKey: NO_KEY,
        processInstanceKey: NO_KEY,
        elementId: start.id,
        interrupting: true,
      });
  }
}

/** A newer version has taken over, or the definition is deleted. */
export function closeStartEvents(p: Processing, definition: Readonly<ProcessDefinition>): void {
  for (const { key, ...timer } of p.state.timers.ofDefinition(definition.key))
    p.record('TIMER', 'CANCELED', key, timer);
  for (const { key, ...subscription } of p.state.messageStartEvents.ofDefinition(definition.key))
    p.record('MESSAGE_START_EVENT_SUBSCRIPTION', 'DELETED', key, subscription);
  for (const { key, ...subscription } of p.state.signalSubscriptions.ofDefinition(definition.key))
    p.record('SIGNAL_SUBSCRIPTION', 'DELETED', key, subscription);
}
