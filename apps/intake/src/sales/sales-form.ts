import { Inject, Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { type FormContext, type FormSubject, RecordedForm } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { CaseBook } from '../case/case-book.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { levelOfGroup } from './ladder.decider.js';
import { SalesRecord } from './sales-record.js';

/** A task of the sales ladder: opens with the record of the complaint, is kept with the round of the handling. */
@Injectable()
export abstract class SalesForm extends RecordedForm {
  @Inject(CaseBook) protected readonly book: CaseBook;
  @Inject(SalesRecord) protected readonly record: SalesRecord;
  @Inject(DataSource) protected readonly database: DataSource;

  override async completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    const said: unknown = outcome.variables['round'];
    const round = typeof said === 'number' ? said : (await this.book.read(outcome.subjectNo, manager)).round;
    await this.records.keep(manager, outcome, round);
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return { record: await this.record.text(this.database.manager, await this.book.read(subjectNo)) };
  }

  /** Level of the task: its group says it, whoever holds it. */
  protected levelOf({ group }: FormSubject, row: ComplaintCase): number {
    return levelOfGroup(group) ?? row.level ?? 1;
  }
}
