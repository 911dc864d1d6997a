import type { Expression } from '../feel/feel.js';
import type { BpmnElementType, BpmnEventType } from '../record/values.js';

/** An attribute that may be an expression: `=order.id`, or static text. */
export type Template =
  { readonly kind: 'static'; readonly text: string } | { readonly kind: 'expression'; readonly expression: Expression };

export interface SequenceFlow {
  readonly id: string;
  readonly source: ElementModel;
  readonly target: ElementModel;
  readonly condition?: Expression;
}

export interface Mapping {
  readonly source: Template;
  /** `order.id` → `['order', 'id']`. */
  readonly target: readonly string[];
}

export interface JobModel {
  readonly type: Template;
  readonly retries: Template;
  readonly headers: Readonly<Record<string, string>>;
}

export interface UserTaskModel {
  readonly formKey?: Template;
  readonly formId?: Template;
  readonly assignee?: Template;
  readonly candidateGroups?: Template;
  readonly candidateUsers?: Template;
  readonly dueDate?: Template;
  readonly followUpDate?: Template;
}

export interface LoopModel {
  readonly sequential: boolean;
  readonly inputCollection: Expression;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  /** The variable that the output element is, when it is no more than a path: it is local to each instance. */
  readonly outputVariable?: string;
  readonly completionCondition?: Expression;
}

export type TimerKind = 'DURATION' | 'DATE' | 'CYCLE';

export type EventModel =
  | { readonly kind: 'timer'; readonly timer: TimerKind; readonly value: Template }
  | { readonly kind: 'message'; readonly name: Template; readonly correlationKey?: Expression }
  | { readonly kind: 'signal'; readonly name: Template }
  /** Without a code a catch event takes every error; a throw event has one, or an expression. */
  | { readonly kind: 'error'; readonly code?: Template }
  | { readonly kind: 'escalation'; readonly code?: Template }
  | { readonly kind: 'link'; readonly name: string }
  /** Thrown for one activity, or for all of the scope. */
  | { readonly kind: 'compensation'; readonly activityId?: string }
  | { readonly kind: 'terminate' };

/** An element as the engine runs it. */
export interface ElementModel {
  readonly id: string;
  readonly name?: string;
  readonly type: BpmnElementType;
  readonly eventType: BpmnEventType;
  readonly parent?: ElementModel;
  readonly incoming: SequenceFlow[];
  readonly outgoing: SequenceFlow[];
  defaultFlow?: SequenceFlow;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly event?: EventModel;
  /** Of a boundary or start event: whether it ends what it stands on. */
  readonly interrupting: boolean;
  readonly loop?: LoopModel;
  readonly job?: JobModel;
  readonly userTask?: UserTaskModel;
  readonly script?: { readonly expression: Expression; readonly resultVariable: string };
  readonly decision?: { readonly decisionId: Template; readonly resultVariable: string };
  readonly called?: {
    readonly processId: Template;
    readonly propagateAllChildVariables: boolean;
    readonly propagateAllParentVariables: boolean;
  };
  // scopes
  readonly children: ElementModel[];
  readonly startEvents: ElementModel[];
  readonly eventSubProcesses: ElementModel[];
  // activities
  readonly boundaryEvents: ElementModel[];
  attachedTo?: ElementModel;
  /** Of a compensation boundary event: the activity that undoes. */
  handler?: ElementModel;
}

export interface ProcessModel {
  readonly id: string;
  readonly name?: string;
  readonly root: ElementModel;
  readonly elements: ReadonlyMap<string, ElementModel>;
}

/** The start event without a definition, by which a process or sub-process starts of itself. */
export function noneStartEvent(scope: ElementModel): ElementModel | undefined {
  return scope.startEvents.find((event) => event.eventType === 'NONE');
}

/** The start event of an event sub-process: it has exactly one. */
export function startEventOf(eventSubProcess: ElementModel): ElementModel {
  return eventSubProcess.startEvents[0]!;
}

/** The link catch event that a link throw event leads to. */
export function linkTarget(throwEvent: ElementModel): ElementModel | undefined {
  const link = throwEvent.event;
  if (link?.kind !== 'link') return undefined;
  return throwEvent.parent?.children.find(
    ({ type, event }) => type === 'INTERMEDIATE_CATCH_EVENT' && event?.kind === 'link' && event.name === link.name,
  );
}
