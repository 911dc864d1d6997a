import type { Expression } from '../feel/feel.js';
import type { BpmnElementType } from '../record/values.js';
import { body, child, children, extension, text, type XmlElement } from './bpmn-document.js';
import type { ElementModel, JobModel, LoopModel, Template, UserTaskModel } from './process-model.js';
import type { Report } from './report.js';
import type { Templates } from './templates.js';
import { parseDate } from './timer-values.js';

/** The type of the jobs of user tasks, which Zeebe fixes. */
export const USER_TASK_JOB_TYPE = 'io.camunda.zeebe:userTask';

const DEFAULT_RETRIES = '3';
const VARIABLE_PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

type ActivityParts = Pick<ElementModel, 'loop' | 'job' | 'userTask' | 'script' | 'decision' | 'called'>;

/** What the extension elements say about how an activity, or a throw event with a job, is run. */
export function activityParts(
  xml: XmlElement,
  type: BpmnElementType,
  templates: Templates,
  report: Report,
): ActivityParts {
  return {
    loop: loopOf(xml, templates),
    job: jobOf(xml, type, templates, report),
    userTask: type === 'USER_TASK' ? userTaskOf(xml, templates, report) : undefined,
    script: scriptOf(xml, templates),
    decision: decisionOf(xml, templates),
    called: calledOf(xml, templates),
  };
}

function jobOf(xml: XmlElement, type: BpmnElementType, templates: Templates, report: Report): JobModel | undefined {
  const definition = extension(xml, 'TaskDefinition');
  const jobType = type === 'USER_TASK' ? USER_TASK_JOB_TYPE : text(definition, 'type');
  if (!jobType) return undefined;
  const retries = text(definition, 'retries') || DEFAULT_RETRIES;
  const template = templates.template(xml, type === 'USER_TASK' ? '1' : retries);
  if (template.kind === 'static' && !/^\s*-?\d+\s*$/.test(template.text))
    report.add(xml, `Expected retries to be a number, but found '${template.text}'`);
  const headers: Record<string, string> = {};
  for (const header of children(extension(xml, 'TaskHeaders') ?? xml, 'values')) {
    const key = text(header, 'key');
    if (key) headers[key] = text(header, 'value') ?? '';
  }
  return { type: templates.template(xml, jobType), retries: template, headers };
}

function userTaskOf(xml: XmlElement, templates: Templates, report: Report): UserTaskModel {
  const form = extension(xml, 'FormDefinition');
  const assignment = extension(xml, 'AssignmentDefinition');
  const schedule = extension(xml, 'TaskSchedule');
  return {
    formKey: templates.optional(xml, text(form, 'formKey')),
    formId: templates.optional(xml, text(form, 'formId')),
    assignee: templates.optional(xml, text(assignment, 'assignee')),
    candidateGroups: templates.optional(xml, text(assignment, 'candidateGroups')),
    candidateUsers: templates.optional(xml, text(assignment, 'candidateUsers')),
    dueDate: dateOf(xml, text(schedule, 'dueDate'), templates, report),
    followUpDate: dateOf(xml, text(schedule, 'followUpDate'), templates, report),
  };
}

function dateOf(
  xml: XmlElement,
  source: string | undefined,
  templates: Templates,
  report: Report,
): Template | undefined {
  const template = templates.optional(xml, source);
  if (template?.kind === 'static' && parseDate(template.text) === undefined)
    report.add(xml, `Expected a date and time with offset, but found '${template.text}'`);
  return template;
}

function scriptOf(xml: XmlElement, templates: Templates): ElementModel['script'] {
  const script = extension(xml, 'Script');
  const source = text(script, 'expression');
  if (!source) return undefined;
  return {
    expression: templates.expression(xml, source, 'script'),
    resultVariable: text(script, 'resultVariable') ?? '',
  };
}

function decisionOf(xml: XmlElement, templates: Templates): ElementModel['decision'] {
  const decision = extension(xml, 'CalledDecision');
  const decisionId = text(decision, 'decisionId');
  if (!decisionId) return undefined;
  return { decisionId: templates.template(xml, decisionId), resultVariable: text(decision, 'resultVariable') ?? '' };
}

function calledOf(xml: XmlElement, templates: Templates): ElementModel['called'] {
  const called = extension(xml, 'CalledElement');
  const processId = text(called, 'processId');
  if (!processId) return undefined;
  return {
    processId: templates.template(xml, processId),
    propagateAllChildVariables: called?.propagateAllChildVariables !== false,
    propagateAllParentVariables: called?.propagateAllParentVariables !== false,
  };
}

function loopOf(xml: XmlElement, templates: Templates): LoopModel | undefined {
  const characteristics = child(xml, 'loopCharacteristics');
  const loop = extension(characteristics, 'LoopCharacteristics');
  const collection = text(loop, 'inputCollection');
  if (!characteristics || !collection) return undefined;
  const output = text(loop, 'outputElement');
  const outputElement = output ? templates.expression(xml, output, 'output element') : undefined;
  const condition = body(child(characteristics, 'completionCondition'));
  return {
    sequential: characteristics.isSequential === true,
    inputCollection: templates.expression(xml, collection, 'input collection'),
    inputElement: text(loop, 'inputElement') || undefined,
    outputCollection: text(loop, 'outputCollection') || undefined,
    outputElement,
    outputVariable: outputElement && pathVariable(outputElement),
    completionCondition: condition ? templates.expression(xml, condition, 'completion condition') : undefined,
  };
}

function pathVariable(expression: Expression): string | undefined {
  const name = VARIABLE_PATH.test(expression.text) ? expression.text.split('.')[0] : undefined;
  return name && expression.names.includes(name) ? name : undefined;
}
