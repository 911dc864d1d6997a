import type { BpmnEventType } from '../record/values.js';
import { child, children, text, typeOf, type XmlElement } from './bpmn-document.js';
import { elementType, eventDefinitions, eventType, flowNodes } from './element-types.js';
import type { Report } from './report.js';

const SUB_PROCESS_STARTS: ReadonlySet<BpmnEventType> = new Set(['NONE']);
const PROCESS_STARTS: ReadonlySet<BpmnEventType> = new Set(['NONE', 'MESSAGE', 'TIMER', 'SIGNAL']);
const EVENT_SUB_PROCESS_STARTS: ReadonlySet<BpmnEventType> = new Set([
  'MESSAGE',
  'TIMER',
  'ERROR',
  'SIGNAL',
  'ESCALATION',
]);

/** The start events of a process, a sub-process or an event sub-process. */
export function validateScope(scope: XmlElement, report: Report): void {
  const starts = flowNodes(scope).filter((node) => elementType(node) === 'START_EVENT');
  const types = starts.map((start) => eventType(start) ?? 'UNSPECIFIED');
  const requireStarts = (allowed: ReadonlySet<BpmnEventType>, message: string) => {
    for (const [index, start] of starts.entries()) report.require(allowed.has(types[index]!), start, message);
  };
  const type = elementType(scope);
  if (type === 'PROCESS') {
    report.require(starts.length, scope, 'Must have at least one start event');
    report.require(
      types.filter((other) => other === 'NONE').length <= 1,
      scope,
      'Multiple none start events are not allowed',
    );
    requireStarts(PROCESS_STARTS, 'Start event must be one of: none, message, timer or signal');
  } else if (type === 'EVENT_SUB_PROCESS') {
    report.require(starts.length === 1, scope, 'Must have exactly one start event');
    requireStarts(
      EVENT_SUB_PROCESS_STARTS,
      'Start events in event subprocesses must be one of: message, timer, error, signal or escalation',
    );
    report.require(
      !children(scope, 'incoming').length && !children(scope, 'outgoing').length,
      scope,
      'Event subprocess must not have incoming or outgoing sequence flows',
    );
  } else {
    report.require(starts.length === 1, scope, 'Must have exactly one start event');
    requireStarts(SUB_PROCESS_STARTS, 'Start events in subprocesses must be of type none');
  }
  const eventSubProcesses = flowNodes(scope).filter((node) => elementType(node) === 'EVENT_SUB_PROCESS');
  const events = eventSubProcesses.flatMap((node) =>
    flowNodes(node).filter((inner) => elementType(inner) === 'START_EVENT'),
  );
  validateDistinct(events, scope, report);
  if (elementType(scope) === 'PROCESS') validateDistinct(starts, scope, report);
}

/** Events that stand side by side must be told apart: by message or signal name, by error or escalation code. */
export function validateDistinct(events: readonly XmlElement[], holder: XmlElement, report: Report): void {
  const seen = new Set<string>();
  for (const event of events) {
    const name = nameOf(event);
    if (name === undefined) continue;
    if (seen.has(name)) report.add(holder, `Multiple events for ${name} are not allowed`);
    seen.add(name);
  }
}

/** What an event is told apart by; undefined for one that may stand several times. */
function nameOf(event: XmlElement): string | undefined {
  const [definition] = eventDefinitions(event);
  if (!definition) return undefined;
  switch (typeOf(definition)) {
    case 'MessageEventDefinition':
      return `message '${text(child(definition, 'messageRef'), 'name')}'`;
    case 'SignalEventDefinition':
      return `signal '${text(child(definition, 'signalRef'), 'name')}'`;
    case 'ErrorEventDefinition':
      return `error code '${text(child(definition, 'errorRef'), 'errorCode') ?? ''}'`;
    case 'EscalationEventDefinition':
      return `escalation code '${text(child(definition, 'escalationRef'), 'escalationCode') ?? ''}'`;
    default:
      return undefined;
  }
}

/** A link throw event leads to the one catch event of its name in the same scope. */
export function validateLinks(scope: XmlElement, report: Report): void {
  const links = (type: string) =>
    flowNodes(scope).filter((node) => elementType(node) === type && eventType(node) === 'LINK');
  const nameOfLink = (node: XmlElement) => text(eventDefinitions(node)[0], 'name');
  const catches = links('INTERMEDIATE_CATCH_EVENT').map(nameOfLink);
  for (const node of links('INTERMEDIATE_CATCH_EVENT')) {
    report.require(nameOfLink(node), node, 'Link name must be present and not empty');
    report.require(
      catches.filter((name) => name === nameOfLink(node)).length === 1,
      node,
      'Multiple link catch events with the same name',
    );
    report.require(!children(node, 'incoming').length, node, 'Link catch event must not have incoming sequence flows');
  }
  for (const node of links('INTERMEDIATE_THROW_EVENT')) {
    report.require(catches.includes(nameOfLink(node)), node, `Can't find a catch link event for the throw link event`);
    report.require(!children(node, 'outgoing').length, node, 'Link throw event must not have outgoing sequence flows');
  }
}
