import type { BpmnElementType, BpmnEventType } from '../record/values.js';
import { child, children, typeOf, type XmlElement } from './bpmn-document.js';

const TYPES: Readonly<Record<string, BpmnElementType>> = {
  Process: 'PROCESS',
  SubProcess: 'SUB_PROCESS',
  StartEvent: 'START_EVENT',
  IntermediateCatchEvent: 'INTERMEDIATE_CATCH_EVENT',
  IntermediateThrowEvent: 'INTERMEDIATE_THROW_EVENT',
  BoundaryEvent: 'BOUNDARY_EVENT',
  EndEvent: 'END_EVENT',
  ServiceTask: 'SERVICE_TASK',
  SendTask: 'SEND_TASK',
  ReceiveTask: 'RECEIVE_TASK',
  UserTask: 'USER_TASK',
  ManualTask: 'MANUAL_TASK',
  Task: 'TASK',
  ScriptTask: 'SCRIPT_TASK',
  BusinessRuleTask: 'BUSINESS_RULE_TASK',
  CallActivity: 'CALL_ACTIVITY',
  ExclusiveGateway: 'EXCLUSIVE_GATEWAY',
  ParallelGateway: 'PARALLEL_GATEWAY',
  InclusiveGateway: 'INCLUSIVE_GATEWAY',
  EventBasedGateway: 'EVENT_BASED_GATEWAY',
};

const EVENTS: Readonly<Record<string, BpmnEventType>> = {
  MessageEventDefinition: 'MESSAGE',
  TimerEventDefinition: 'TIMER',
  ErrorEventDefinition: 'ERROR',
  SignalEventDefinition: 'SIGNAL',
  EscalationEventDefinition: 'ESCALATION',
  LinkEventDefinition: 'LINK',
  TerminateEventDefinition: 'TERMINATE',
  CompensateEventDefinition: 'COMPENSATION',
};

/** Drawn or noted in a process, but not run. */
const NOT_RUN = /^(DataObject|DataObjectReference|DataStoreReference|TextAnnotation|Association|Group)$/;

const ACTIVITY = /Task$|^SubProcess$|^CallActivity$/;

/** The elements of a scope that tokens move through, without sequence flows and what is only drawn. */
export function flowNodes(scope: XmlElement): readonly XmlElement[] {
  return children(scope, 'flowElements').filter((element) => !isFlow(element) && !NOT_RUN.test(typeOf(element)));
}

export function sequenceFlows(scope: XmlElement): readonly XmlElement[] {
  return children(scope, 'flowElements').filter(isFlow);
}

/** From the compensation boundary events of a scope to their handlers, by id. */
export function associations(scope: XmlElement): readonly { readonly from: string; readonly to: string }[] {
  return children(scope, 'artifacts').flatMap((artifact) => {
    const [from, to] = [child(artifact, 'sourceRef')?.id, child(artifact, 'targetRef')?.id];
    return typeOf(artifact) === 'Association' && from && to ? [{ from, to }] : [];
  });
}

/** undefined for an element that the engine does not know. */
export function elementType(element: XmlElement): BpmnElementType | undefined {
  const type = TYPES[typeOf(element)];
  return type === 'SUB_PROCESS' && element.triggeredByEvent ? 'EVENT_SUB_PROCESS' : type;
}

export function eventDefinitions(element: XmlElement): readonly XmlElement[] {
  return children(element, 'eventDefinitions');
}

/** undefined for a kind of event that BPMN does not know or the engine does not run. */
export function eventType(element: XmlElement): BpmnEventType | undefined {
  const type = elementType(element);
  if (type === 'RECEIVE_TASK') return 'MESSAGE';
  if (!type?.endsWith('_EVENT')) return 'UNSPECIFIED';
  const [definition] = eventDefinitions(element);
  return definition ? EVENTS[typeOf(definition)] : 'NONE';
}

export function isActivity(element: XmlElement): boolean {
  return ACTIVITY.test(typeOf(element));
}

function isFlow(element: XmlElement): boolean {
  return element.$type === 'bpmn:SequenceFlow';
}
