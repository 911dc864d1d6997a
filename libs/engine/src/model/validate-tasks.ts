import type { BpmnElementType } from '../record/values.js';
import { child, extension, extensions, text, type XmlElement } from './bpmn-document.js';
import { elementType } from './element-types.js';
import type { Report } from './report.js';
import { isExpression } from './templates.js';

const BY_TYPE: Readonly<Partial<Record<BpmnElementType, (task: XmlElement, report: Report) => void>>> = {
  SERVICE_TASK: requireJob,
  SEND_TASK: requireJob,
  USER_TASK: validateUserTask,
  BUSINESS_RULE_TASK: (task, report) => validateEither(task, 'CalledDecision', report, validateDecision),
  SCRIPT_TASK: (task, report) => validateEither(task, 'Script', report, validateScript),
  RECEIVE_TASK: (task, report) => validateMessage(task, child(task, 'messageRef'), true, report),
  CALL_ACTIVITY: (task, report) =>
    report.require(
      text(extension(task, 'CalledElement'), 'processId'),
      task,
      `Must have exactly one 'zeebe:calledElement' extension element with a process id`,
    ),
};

export function validateActivity(task: XmlElement, report: Report): void {
  validateLoop(task, report);
  const type = elementType(task);
  if (type) BY_TYPE[type]?.(task, report);
}

/** A job worker is needed: one task definition with a type. */
export function requireJob(element: XmlElement, report: Report): void {
  report.require(
    extensions(element, 'TaskDefinition').length === 1,
    element,
    `Must have exactly one 'zeebe:taskDefinition' extension element`,
  );
  report.require(
    text(extension(element, 'TaskDefinition'), 'type'),
    element,
    'Task type must be present and not empty',
  );
}

/** @param correlated whether the message needs a correlation key: all do but those of a process' start event */
export function validateMessage(
  element: XmlElement,
  message: XmlElement | undefined,
  correlated: boolean,
  report: Report,
): void {
  if (!message) return report.add(element, 'Must reference a message');
  report.require(text(message, 'name'), element, 'Name must be present and not empty');
  if (!correlated) return;
  const subscriptions = extensions(message, 'Subscription');
  report.require(subscriptions.length === 1, element, 'Must have exactly one zeebe:subscription extension element');
  report.require(
    text(subscriptions[0], 'correlationKey'),
    element,
    'zeebe:correlationKey must be present and not empty',
  );
}

function validateEither(
  task: XmlElement,
  own: string,
  report: Report,
  validateOwn: (task: XmlElement, definition: XmlElement, report: Report) => void,
): void {
  const [definitions, jobs] = [extensions(task, own), extensions(task, 'TaskDefinition')];
  if (definitions.length + jobs.length !== 1)
    return report.add(task, `Must have either one 'zeebe:${own}' or one 'zeebe:taskDefinition' extension element`);
  if (definitions[0]) validateOwn(task, definitions[0], report);
  else requireJob(task, report);
}

function validateDecision(task: XmlElement, decision: XmlElement, report: Report): void {
  report.require(text(decision, 'decisionId'), task, `Attribute 'decisionId' must be present and not empty`);
  report.require(text(decision, 'resultVariable'), task, `Attribute 'resultVariable' must be present and not empty`);
}

function validateScript(task: XmlElement, script: XmlElement, report: Report): void {
  const expression = text(script, 'expression');
  report.require(
    expression && isExpression(expression),
    task,
    `Attribute 'expression' must be present and an expression`,
  );
  report.require(text(script, 'resultVariable'), task, `Attribute 'resultVariable' must be present and not empty`);
}

function validateUserTask(task: XmlElement, report: Report): void {
  const form = extension(task, 'FormDefinition');
  report.require(
    !(text(form, 'formKey') && text(form, 'formId')),
    task,
    `Exactly one of the attributes 'formId, formKey' must be present and not empty`,
  );
  report.require(
    !extensions(task, 'UserTask').length,
    task,
    'Zeebe user tasks are not supported by this engine, use job-based user tasks',
  );
}

function validateLoop(task: XmlElement, report: Report): void {
  const characteristics = child(task, 'loopCharacteristics');
  if (characteristics?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return;
  const loops = extensions(characteristics, 'LoopCharacteristics');
  report.require(loops.length === 1, task, `Must have exactly one 'zeebe:loopCharacteristics' extension element`);
  const [loop] = loops;
  report.require(text(loop, 'inputCollection'), task, `Attribute 'inputCollection' must be present and not empty`);
  report.require(
    !text(loop, 'outputCollection') === !text(loop, 'outputElement'),
    task,
    `Attributes 'outputCollection' and 'outputElement' must be present together`,
  );
}
