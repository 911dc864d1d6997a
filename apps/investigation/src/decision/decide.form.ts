import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { type MeasureLine, readMeasures, subjectOfCase, sumFen } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { caseNoOf } from '@huiying/service';
import { CaseForm, figuresOf } from '../records/case-form.js';
import type { Handling } from '../records/handling.entity.js';
import { Handlings } from '../records/handlings.js';

/** Kinds of measure that put something right: 改正, 赔偿, 补救 (R04.9). */
const REMEDIES = new Set(['rectify', 'compensate', 'repair-service']);

/** R04.9: a complaint that is justified and proven is not decided without a remedy. */
export function lacksRemedy(
  handling: Pick<Handling, 'justified' | 'conclusive'> | null,
  lines: readonly Pick<MeasureLine, 'type'>[],
) {
  const justified = handling?.justified === 'yes' || handling?.justified === 'partly';
  return justified && handling.conclusive === true && !lines.some(({ type }) => REMEDIES.has(type));
}

/** 处理决定 (R04.8): finding, opinion, basis and measures; the decider may adopt what was agreed or proposed before. */
@FormOwner('decide-and-answer--decide')
export class DecideForm extends CaseForm {
  constructor(
    private readonly handlings: Handlings,
    private readonly measures: MeasureBook,
    private readonly clock: Clock,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const proposed = await this.screens.proposed(caseNoOf(subject.subjectNo));
    return {
      measures: proposed.map(({ type, description, group, plannedOn, amountFen }) => ({
        type,
        description,
        group,
        plannedOn,
        amountFen,
      })),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('findings', 'ruling', 'basis');
    const now = await this.caseOf(subject);
    const read = readMeasures(answers.raw('measures'), dayOf(this.clock.now()));
    if ('errors' in read) {
      answers.errors.push(...read.errors);
      return {};
    }
    const handling = await this.handlings.find(this.database.manager, now.caseNo);
    if (lacksRemedy(handling, read.lines)) answers.refuse('measures', 'remedy-required');
    if (answers.errors.length > 0) return {};
    await this.database.transaction((manager) =>
      this.measures.propose(manager, subjectOfCase(now.caseNo), subject.taskId, read.lines),
    );
    return { payFen: sumFen(read.lines) || null, ...figuresOf(now) };
  }
}
