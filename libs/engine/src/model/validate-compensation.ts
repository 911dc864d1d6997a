import { child, children, type XmlElement } from './bpmn-document.js';
import { associations, elementType, eventDefinitions, eventType, flowNodes } from './element-types.js';
import type { Report } from './report.js';

/** A compensation boundary event leads by an association, not a flow, to an activity that is for compensation only. */
export function validateCompensation(node: XmlElement, scope: XmlElement, report: Report): void {
  const arrows = associations(scope);
  if (node.isForCompensation === true) {
    report.require(
      !children(node, 'incoming').length && !children(node, 'outgoing').length,
      node,
      'A compensation handler must not have incoming or outgoing sequence flows',
    );
    report.require(
      arrows.some(({ to }) => to === node.id),
      node,
      'A compensation handler must be associated with a compensation boundary event',
    );
  }
  if (eventType(node) !== 'COMPENSATION') return;
  if (elementType(node) !== 'BOUNDARY_EVENT') return validateThrow(node, scope, report);
  report.require(
    !children(node, 'outgoing').length,
    node,
    'Compensation boundary events must not have outgoing sequence flows',
  );
  const targets = arrows.filter(({ from }) => from === node.id).map(({ to }) => to);
  const handler = flowNodes(scope).find(({ id }) => id === targets[0]);
  report.require(
    targets.length === 1 && handler?.isForCompensation === true,
    node,
    'Must have exactly one association, to a compensation handler',
  );
}

function validateThrow(node: XmlElement, scope: XmlElement, report: Report): void {
  const activity = child(eventDefinitions(node)[0]!, 'activityRef');
  if (activity)
    report.require(
      flowNodes(scope).some(({ id }) => id === activity.id),
      node,
      `The compensated activity '${activity.id}' must be in the same scope`,
    );
}
