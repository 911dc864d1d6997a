import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';

/** A row of 《分店违规行为处罚办法》 as the operator has it now. */
interface Violation {
  payer: 'store' | null;
  fineYuan: number;
  /** Code of a measure that is ordered instead of a fine or beside it (`rectify` 责令整改). */
  measure: string | null;
}

/** Row of the schedule for a climb through poor handling: charged by the job charge-escalation, never typed (R11.8). */
export const CLIMB_VIOLATION = 'F1';

/** A row that a person may choose, as an option of a form: the code, and with it what the operator wrote beside the row. */
interface OfferedViolation {
  value: string;
  label: string;
}

const DECISION = /<(?:\w+:)?decision [^>]*id="violation-schedule"/;
const ROW = /<(?:\w+:)?rule\b[^>]*>([\s\S]*?)<\/(?:\w+:)?rule>/g;
const NOTE = /<(?:\w+:)?description>([\s\S]*?)<\//;
/** The first entry of a row: a literal code. */
const CODE = /<(?:\w+:)?text>\s*"([^"]+)"\s*<\//;
const MARKS = /R\d{2}\.\d{1,2}|†/g;

/** Pure: codes and names of a DMN file's rows, in its order, without rule ids and †; a code of several rows once. */
function violationsIn(xml: string): OfferedViolation[] {
  const found = new Map<string, string>();
  for (const [, row = ''] of xml.matchAll(ROW)) {
    const code = CODE.exec(row)?.[1];
    const name = (NOTE.exec(row)?.[1] ?? '').replace(MARKS, '').trim();
    if (code !== undefined && !found.has(code)) found.set(code, name);
  }
  return [...found].map(([code, name]) => ({ value: code, label: `${code} ${name}`.trim() }));
}

/** Decision `violation-schedule` on the published version (R11.11): an operator's new row counts without deployment of code. */
@Injectable()
export class ViolationSchedule {
  constructor(private readonly models: PublishedModels) {}

  /** What a person may choose now; the rows of the newest published version. */
  offered(): OfferedViolation[] {
    const file = this.models.all().find(({ kind, content }) => kind === 'drg' && DECISION.test(content));
    return violationsIn(file?.content ?? '').filter(({ value }) => value !== CLIMB_VIOLATION);
  }

  /** Undefined for a code that the schedule does not have: it is refused where it is typed. */
  find(violationCode: string, repeat = 0): Violation | undefined {
    const { output } = this.models.decisions().evaluate('violation-schedule', { violationCode, repeat });
    return (output as Violation | null) ?? undefined;
  }
}
