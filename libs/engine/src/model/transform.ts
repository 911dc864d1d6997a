import type { Feel } from '../feel/feel.js';
import type { BpmnElementType, BpmnEventType } from '../record/values.js';
import { child, extension, text, type XmlElement } from './bpmn-document.js';
import { associations, elementType, eventType, flowNodes, sequenceFlows } from './element-types.js';
import { activityParts } from './transform-activity.js';
import { eventOf } from './transform-event.js';
import { mappingsOf } from './transform-mappings.js';
import type { ElementModel, ProcessModel, SequenceFlow } from './process-model.js';
import type { Report } from './report.js';
import { Templates } from './templates.js';

/** Makes the executable model of a process. Only structure that {@link validate} has passed is expected here. */
export function transform(process: XmlElement, feel: Feel, report: Report): ProcessModel {
  const transformation = new Transformation(new Templates(feel, report), report);
  const root = transformation.scope(process, undefined);
  transformation.connect(process);
  return { id: root.id, name: root.name, root, elements: transformation.elements };
}

class Transformation {
  readonly elements = new Map<string, ElementModel>();

  constructor(
    private readonly templates: Templates,
    private readonly report: Report,
  ) {}

  scope(xml: XmlElement, parent: ElementModel | undefined): ElementModel {
    const scope = this.element(xml, parent);
    for (const node of flowNodes(xml)) {
      const inner = node.$type === 'bpmn:SubProcess' ? this.scope(node, scope) : this.element(node, scope);
      scope.children.push(inner);
      if (inner.type === 'START_EVENT') scope.startEvents.push(inner);
      if (inner.type === 'EVENT_SUB_PROCESS') scope.eventSubProcesses.push(inner);
    }
    return scope;
  }

  /** Flows and boundary events, when all elements are there. */
  connect(scope: XmlElement): void {
    for (const xml of sequenceFlows(scope)) this.flow(xml);
    for (const { from, to } of associations(scope)) {
      const event = this.elements.get(from);
      if (event?.type === 'BOUNDARY_EVENT') event.handler = this.elements.get(to);
    }
    for (const xml of flowNodes(scope)) {
      const element = this.elements.get(xml.id ?? '')!;
      const defaultFlow = child(xml, 'default');
      if (defaultFlow) element.defaultFlow = element.outgoing.find(({ id }) => id === defaultFlow.id);
      const host = child(xml, 'attachedToRef');
      if (host) {
        element.attachedTo = this.elements.get(host.id ?? '');
        element.attachedTo?.boundaryEvents.push(element);
      }
      if (xml.$type === 'bpmn:SubProcess') this.connect(xml);
    }
  }

  private flow(xml: XmlElement): void {
    const source = this.elements.get(child(xml, 'sourceRef')?.id ?? '');
    const target = this.elements.get(child(xml, 'targetRef')?.id ?? '');
    if (!source || !target) return;
    const condition = text(child(xml, 'conditionExpression'), 'body')?.trim();
    const flow: SequenceFlow = {
      id: xml.id ?? '',
      source,
      target,
      condition: condition ? this.templates.expression(xml, condition, 'condition') : undefined,
    };
    source.outgoing.push(flow);
    target.incoming.push(flow);
  }

  private element(xml: XmlElement, parent: ElementModel | undefined): ElementModel {
    const type: BpmnElementType = elementType(xml) ?? 'TASK';
    const kind: BpmnEventType = eventType(xml) ?? 'UNSPECIFIED';
    const element: ElementModel = {
      id: xml.id ?? '',
      name: text(xml, 'name'),
      type,
      eventType: kind,
      parent,
      incoming: [],
      outgoing: [],
      ...mappingsOf(xml, extension(xml, 'IoMapping'), this.templates, this.report),
      event: eventOf(xml, this.templates),
      interrupting: xml.cancelActivity !== false && xml.isInterrupting !== false,
      ...activityParts(xml, type, this.templates, this.report),
      children: [],
      startEvents: [],
      eventSubProcesses: [],
      boundaryEvents: [],
    };
    this.elements.set(element.id, element);
    return element;
  }
}
