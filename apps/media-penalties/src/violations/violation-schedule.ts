import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';

/** A row of 《分店违规行为处罚办法》 as the operator has it now. */
export interface Violation {
  payer: 'store' | null;
  fineYuan: number;
  /** Code of a measure that is ordered instead of a fine or beside it (`rectify` 责令整改). */
  measure: string | null;
}

/** Decision `violation-schedule` on the published version (R11.11): an operator's new row counts without deployment of code. */
@Injectable()
export class ViolationSchedule {
  constructor(private readonly models: PublishedModels) {}

  /** Undefined for a code that the schedule does not have: it is refused where it is typed. */
  find(violationCode: string, repeat = 0): Violation | undefined {
    const { output } = this.models.decisions().evaluate('violation-schedule', { violationCode, repeat });
    return (output as Violation | null) ?? undefined;
  }
}
