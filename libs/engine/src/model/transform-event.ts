import { body, child, extension, text, typeOf, type XmlElement } from './bpmn-document.js';
import { elementType, eventDefinitions } from './element-types.js';
import type { EventModel, TimerKind } from './process-model.js';
import type { Templates } from './templates.js';

const TIMERS: readonly (readonly [property: string, kind: TimerKind])[] = [
  ['timeDuration', 'DURATION'],
  ['timeDate', 'DATE'],
  ['timeCycle', 'CYCLE'],
];

/** The event of an event element or receive task; undefined for a none event, and where the validation has found it wanting. */
export function eventOf(xml: XmlElement, templates: Templates): EventModel | undefined {
  if (elementType(xml) === 'RECEIVE_TASK') return messageOf(xml, child(xml, 'messageRef'), templates);
  const [definition] = eventDefinitions(xml);
  if (!definition) return undefined;
  switch (typeOf(definition)) {
    case 'MessageEventDefinition':
      return messageOf(xml, child(definition, 'messageRef'), templates);
    case 'TimerEventDefinition':
      return timerOf(xml, definition, templates);
    case 'SignalEventDefinition': {
      const name = text(child(definition, 'signalRef'), 'name');
      return name ? { kind: 'signal', name: templates.template(xml, name) } : undefined;
    }
    case 'ErrorEventDefinition':
      return { kind: 'error', code: templates.optional(xml, text(child(definition, 'errorRef'), 'errorCode')) };
    case 'EscalationEventDefinition': {
      const code = text(child(definition, 'escalationRef'), 'escalationCode');
      return { kind: 'escalation', code: templates.optional(xml, code) };
    }
    case 'LinkEventDefinition':
      return { kind: 'link', name: text(definition, 'name') ?? '' };
    case 'CompensateEventDefinition':
      return { kind: 'compensation', activityId: child(definition, 'activityRef')?.id };
    case 'TerminateEventDefinition':
      return { kind: 'terminate' };
    default:
      return undefined;
  }
}

/** The timer of a definition: which of its values is set, and the text of it. */
export function timerSource(definition: XmlElement): readonly (readonly [kind: TimerKind, source: string])[] {
  return TIMERS.flatMap(([property, kind]) => {
    const source = body(child(definition, property));
    return source ? [[kind, source] as const] : [];
  });
}

function timerOf(xml: XmlElement, definition: XmlElement, templates: Templates): EventModel | undefined {
  const [timer] = timerSource(definition);
  return timer && { kind: 'timer', timer: timer[0], value: templates.template(xml, timer[1]) };
}

function messageOf(xml: XmlElement, message: XmlElement | undefined, templates: Templates): EventModel | undefined {
  const name = text(message, 'name');
  if (!message || !name) return undefined;
  const key = text(extension(message, 'Subscription'), 'correlationKey');
  return {
    kind: 'message',
    name: templates.template(xml, name),
    correlationKey: key ? templates.expression(xml, key, 'correlation key') : undefined,
  };
}
