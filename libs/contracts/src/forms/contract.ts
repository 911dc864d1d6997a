import { SEVERITIES, type MeasureRef, type ServiceName } from '../codes/index.js';
import { code, date, flag, list, number, object, optional, text, type Variables } from '../variables/index.js';

/**
 * One form of a user task, id `<process>--<element>`: the service that owns it (routes `/internal/forms/<id>` and `…/check`), the
 * variables that its check gives the process, and the events its owner emits when the task is completed.
 */
export interface FormContract {
  readonly service: ServiceName;
  readonly variables: Variables;
  readonly emits: readonly string[];
}
export const form = <const F extends FormContract>(contract: F): F => contract;

export const measures = { measures: list(object<MeasureRef>()) } as const;
/** Figures of the case as they are when the form is checked (processes.md §0 "Figures of a case"). */
export const now = { severity: optional(code(SEVERITIES)), amountYuan: optional(number) } as const;
/** 〔结论〕: what settles without a decision. */
export const conclusion = {
  payFen: optional(number),
  agreed: optional(flag),
  correctiveNeeded: optional(flag),
} as const;

/** Round of handling that the form belongs to, however late its owner hears of the completion. */
export const ofRound = { round: number } as const;

export { code, date, flag, list, number, object, optional, text };
