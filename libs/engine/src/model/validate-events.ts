import { child, children, text, typeOf, type XmlElement } from './bpmn-document.js';
import { elementType, eventDefinitions, eventType, flowNodes, isActivity } from './element-types.js';
import type { Report } from './report.js';
import { isExpression } from './templates.js';
import { scheduleOf } from './timer-values.js';
import { timerSource } from './transform-event.js';
import { validateDistinct } from './validate-scopes.js';
import { requireJob, validateMessage } from './validate-tasks.js';

export function validateStartEvent(event: XmlElement, scope: XmlElement, report: Report): void {
  const inProcess = elementType(scope) === 'PROCESS';
  const interrupting = event.isInterrupting !== false;
  validateDefinition(event, report, { catches: true, correlated: !inProcess, cycle: inProcess || !interrupting });
  if (eventType(event) === 'ERROR') report.require(interrupting, event, 'Error start events must be interrupting');
}

export function validateEndEvent(event: XmlElement, report: Report): void {
  report.require(
    !children(event, 'outgoing').length,
    event,
    'End events must not have outgoing sequence flows to other elements',
  );
  const type = eventType(event) ?? '';
  if (!['NONE', 'ERROR', 'MESSAGE', 'TERMINATE', 'SIGNAL', 'ESCALATION', 'COMPENSATION'].includes(type))
    return report.add(
      event,
      'End events must be one of: none, error, message, terminate, signal, escalation or compensation',
    );
  validateDefinition(event, report, { catches: false });
}

export function validateThrowEvent(event: XmlElement, report: Report): void {
  const type = eventType(event) ?? '';
  if (!['NONE', 'MESSAGE', 'LINK', 'SIGNAL', 'ESCALATION', 'COMPENSATION'].includes(type))
    return report.add(
      event,
      'Intermediate throw events must be one of: none, message, link, signal, escalation or compensation',
    );
  validateDefinition(event, report, { catches: false });
}

export function validateCatchEvent(event: XmlElement, report: Report): void {
  const type = eventType(event) ?? '';
  if (!['MESSAGE', 'TIMER', 'SIGNAL', 'LINK'].includes(type))
    return report.add(event, 'Intermediate catch events must be one of: message, timer, signal or link');
  validateDefinition(event, report, { catches: true, correlated: true });
}

export function validateBoundaryEvent(event: XmlElement, scope: XmlElement, report: Report): void {
  const host = child(event, 'attachedToRef');
  const interrupting = event.cancelActivity !== false;
  if (!host || !isActivity(host)) return report.add(event, 'Must be attached to an activity');
  const type = eventType(event) ?? '';
  if (!['MESSAGE', 'TIMER', 'ERROR', 'SIGNAL', 'ESCALATION', 'COMPENSATION'].includes(type))
    return report.add(
      event,
      'Boundary events must be one of: timer, message, error, signal, escalation or compensation',
    );
  if (type === 'ERROR') report.require(interrupting, event, 'Error boundary events must be interrupting');
  if (type === 'ESCALATION')
    report.require(
      ['SUB_PROCESS', 'CALL_ACTIVITY'].includes(elementType(host) ?? ''),
      event,
      'An escalation boundary event should only be attached to a subprocess, or a call activity',
    );
  if (type !== 'COMPENSATION')
    report.require(children(event, 'outgoing').length, event, 'Must have at least one outgoing sequence flow');
  validateDefinition(event, report, { catches: true, correlated: true, cycle: !interrupting });
  const others = flowNodes(scope).filter((node) => child(node, 'attachedToRef') === host);
  if (others[0] === event) validateDistinct(others, host, report);
}

interface Role {
  readonly catches: boolean;
  /** A message needs a correlation key. */
  readonly correlated?: boolean;
  /** A timer may be a cycle. */
  readonly cycle?: boolean;
}

function validateDefinition(event: XmlElement, report: Report, role: Role): void {
  const [definition] = eventDefinitions(event);
  if (!definition) return;
  switch (typeOf(definition)) {
    case 'MessageEventDefinition':
      if (role.catches)
        return validateMessage(event, child(definition, 'messageRef'), role.correlated === true, report);
      return requireJob(event, report);
    case 'TimerEventDefinition':
      return validateTimer(event, definition, role.cycle === true, report);
    case 'SignalEventDefinition':
      return report.require(text(child(definition, 'signalRef'), 'name'), event, 'Must reference a signal with a name');
    case 'ErrorEventDefinition':
      return validateCode(event, text(child(definition, 'errorRef'), 'errorCode'), role.catches, 'error', report);
    case 'EscalationEventDefinition':
      return validateCode(
        event,
        text(child(definition, 'escalationRef'), 'escalationCode'),
        role.catches,
        'escalation',
        report,
      );
    default:
  }
}

function validateCode(
  event: XmlElement,
  code: string | undefined,
  catches: boolean,
  what: string,
  report: Report,
): void {
  if (!catches) return report.require(code, event, `Must have an ${what} code`);
  report.require(!code || !isExpression(code), event, `The ${what} code of a catch event must not be an expression`);
}

function validateTimer(event: XmlElement, definition: XmlElement, cycle: boolean, report: Report): void {
  const sources = timerSource(definition);
  const [timer] = sources;
  if (!timer || sources.length > 1)
    return report.add(event, 'Must be exactly one type of timer: timeDuration, timeDate or timeCycle');
  const [kind, source] = timer;
  report.require(
    kind !== 'CYCLE' || cycle,
    event,
    'A time cycle is only allowed where the event can be triggered several times',
  );
  // any time will do to see whether a static value can be read
  if (!isExpression(source)) report.require(scheduleOf(kind, source, 0), event, `Invalid timer value '${source}'`);
}
