import { children, child, extensions, text, typeOf, type XmlElement } from './bpmn-document.js';
import { elementType, eventDefinitions, eventType, flowNodes, isActivity, sequenceFlows } from './element-types.js';
import type { Report } from './report.js';
import { validateCompensation } from './validate-compensation.js';
import {
  validateBoundaryEvent,
  validateCatchEvent,
  validateEndEvent,
  validateStartEvent,
  validateThrowEvent,
} from './validate-events.js';
import { validateFlow, validateGateway } from './validate-gateways.js';
import { validateLinks, validateScope } from './validate-scopes.js';
import { validateActivity } from './validate-tasks.js';

/** Refuses what Zeebe 8.5 refuses, and by name what this engine does not run yet. */
export function validate(process: XmlElement, report: Report): void {
  validateScope(process, report);
  validateContent(process, report);
}

function validateContent(scope: XmlElement, report: Report): void {
  validateLinks(scope, report);
  for (const flow of sequenceFlows(scope)) validateFlow(flow, report);
  for (const node of flowNodes(scope)) {
    validateNode(node, scope, report);
    if (node.$type !== 'bpmn:SubProcess') continue;
    validateScope(node, report);
    validateContent(node, report);
  }
}

function validateNode(node: XmlElement, scope: XmlElement, report: Report): void {
  const type = elementType(node);
  if (!type) return report.add(node, `Elements of type '${typeOf(node)}' are currently not supported`);
  if (!eventType(node))
    return report.add(node, `Event definitions of type '${typeOf(eventDefinitions(node)[0]!)}' are not supported`);
  report.require(eventDefinitions(node).length <= 1, node, 'Must have at most one event definition');
  validateHeaders(node, report);
  validateCompensation(node, scope, report);
  if (isActivity(node)) validateActivity(node, report);
  if (type.endsWith('_GATEWAY')) validateGateway(node, report);
  if (type === 'START_EVENT') validateStartEvent(node, scope, report);
  if (type === 'END_EVENT') validateEndEvent(node, report);
  if (type === 'INTERMEDIATE_CATCH_EVENT') validateCatchEvent(node, report);
  if (type === 'INTERMEDIATE_THROW_EVENT') validateThrowEvent(node, report);
  if (type === 'BOUNDARY_EVENT') validateBoundaryEvent(node, scope, report);
}

function validateHeaders(node: XmlElement, report: Report): void {
  for (const headers of extensions(node, 'TaskHeaders'))
    for (const header of children(headers, 'values')) {
      const key = text(header, 'key');
      report.require(key, node, `Attribute 'key' of a task header must be present and not empty`);
      report.require(!key?.startsWith('io.camunda.zeebe:'), node, `Task header '${key}' uses a reserved name`);
    }
  if (child(node, 'loopCharacteristics')?.$type === 'bpmn:StandardLoopCharacteristics')
    report.add(node, 'Standard loops are not supported, use multi-instance');
}
