import { body, child, children, type XmlElement } from './bpmn-document.js';
import { elementType, eventType } from './element-types.js';
import type { Report } from './report.js';

const EVENT_BASED_TARGETS = new Set(['MESSAGE', 'TIMER', 'SIGNAL']);

export function validateFlow(flow: XmlElement, report: Report): void {
  const [source, target] = [child(flow, 'sourceRef'), child(flow, 'targetRef')];
  if (!source || !target) return report.add(flow, 'Must have a source and a target');
  report.require(elementType(target) !== 'START_EVENT', target, 'Start event must not have incoming sequence flows');
  report.require(
    elementType(target) !== 'BOUNDARY_EVENT',
    target,
    'Boundary event must not have incoming sequence flows',
  );
  if (!child(flow, 'conditionExpression')) return;
  const type = elementType(source);
  report.require(
    type === 'EXCLUSIVE_GATEWAY' || type === 'INCLUSIVE_GATEWAY',
    flow,
    'Conditional sequence flows are only supported at exclusive or inclusive gateways',
  );
  report.require(body(child(flow, 'conditionExpression')), flow, 'Condition must not be empty');
}

export function validateGateway(gateway: XmlElement, report: Report): void {
  const outgoing = children(gateway, 'outgoing');
  const type = elementType(gateway);
  if (type === 'INCLUSIVE_GATEWAY')
    report.require(
      children(gateway, 'incoming').length <= 1,
      gateway,
      'Currently the inclusive gateway can only have one incoming sequence flow',
    );
  if (type === 'INCLUSIVE_GATEWAY' || type === 'EXCLUSIVE_GATEWAY') validateConditions(gateway, outgoing, report);
  if (type === 'EVENT_BASED_GATEWAY') validateEventBased(gateway, outgoing, report);
}

function validateConditions(gateway: XmlElement, outgoing: readonly XmlElement[], report: Report): void {
  const defaultFlow = child(gateway, 'default');
  if (defaultFlow) {
    report.require(
      outgoing.some(({ id }) => id === defaultFlow.id),
      gateway,
      'Default flow must start at gateway',
    );
    report.require(!child(defaultFlow, 'conditionExpression'), defaultFlow, 'Default flow must not have a condition');
  }
  if (outgoing.length < 2) return;
  for (const flow of outgoing)
    if (flow.id !== defaultFlow?.id && !child(flow, 'conditionExpression'))
      report.add(flow, 'Must have a condition or be default flow');
}

function validateEventBased(gateway: XmlElement, outgoing: readonly XmlElement[], report: Report): void {
  report.require(outgoing.length >= 2, gateway, 'Event-based gateway must have at least 2 outgoing sequence flows.');
  for (const flow of outgoing) {
    const target = child(flow, 'targetRef');
    if (!target) continue;
    report.require(
      elementType(target) === 'INTERMEDIATE_CATCH_EVENT' && EVENT_BASED_TARGETS.has(eventType(target) ?? ''),
      gateway,
      'Event-based gateway must have only outgoing sequence flows to message, timer or signal catch events.',
    );
    report.require(
      children(target, 'incoming').length === 1,
      target,
      'Target events of an event-based gateway must have only the gateway as incoming sequence flow.',
    );
  }
}
