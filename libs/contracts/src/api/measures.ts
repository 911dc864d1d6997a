import type { MeasureRef } from '../codes/index.js';

/**
 * `POST /internal/measures` of investigation: the 措施列表 of a form that another service owns. Asked from the form's check, so perhaps
 * several times for one task: the same places keep their numbers `<subjectNo>-M<n>`. They are in force when the task completes, and
 * measure-follow-up is called for each.
 *
 * 200 `MeasuresProposed`; 422 `form-refused` whose `errors[]` name `measures.<place>.<key>`, fields of the form.
 */
export interface MeasuresInput {
  /** What the measures belong to: case, supervision, corrective action, report. */
  subjectNo: string;
  /** The case whose file shows them; absent where there is none. */
  caseNo?: string;
  /** Organisation of the subject: its measures' events name it. */
  orgId: string;
  taskId: string;
  /** The lines as the form gives them, at most 50; read and refused by investigation. `orgId` of a line: another organisation carries it out. */
  lines: Record<string, unknown>[];
}

export interface MeasuresProposed {
  measures: MeasureRef[];
}
