import { Outbox } from '@huiying/events';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { v7 } from 'uuid';
import { MeasureBook } from '../measures/measure-book.js';
import { CaseFacts, ofJob } from '@huiying/service';

/**
 * The agreement of a mediation goes on file (R06.7). Its measures are in force at once, unless money is paid or the case is major: then
 * the decider adopts them first (processes.md, decide-and-answer/what-is-left).
 */
@ZeebeWorker('investigation.record-agreement')
export class RecordAgreementWorker implements JobHandler<'investigation.record-agreement'> {
  constructor(
    private readonly measures: MeasureBook,
    private readonly facts: CaseFacts,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'investigation.record-agreement'>, { manager }: JobContext) {
    const { payFen, caseNo, subjectNo } = job.variables;
    const measures = job.variables.measures ?? [];
    // A dispute between stores has no case, and nobody above who would have to adopt it (R11.12).
    const severity = caseNo ? (await this.facts.now(caseNo)).severity : null;
    if (!caseNo || ((payFen ?? 0) === 0 && severity !== 'major')) {
      await this.measures.putInForce(
        manager,
        measures.map(({ measureNo }) => measureNo),
      );
    }
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo ?? subjectNo),
      caseNo: caseNo ?? undefined,
      type: 'mediation.agreed',
      data: { agreementId: v7() },
    });
    return { measures };
  }
}
