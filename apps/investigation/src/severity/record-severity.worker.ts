import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CaseFacts, caseNoOf, ofJob } from '@huiying/service';
import { reasonsOf } from './severity.decider.js';

/** R10.5, R10.6, R12.6: the new severity is on record; limits, decider and overseer follow from the event. */
@ZeebeWorker('investigation.record-severity')
export class RecordSeverityWorker implements JobHandler<'investigation.record-severity'> {
  constructor(
    private readonly facts: CaseFacts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'investigation.record-severity'>, { manager }: JobContext) {
    const { subjectNo: changeId, newSeverity, newComplexity } = job.variables;
    const caseNo = job.variables.caseNo ?? caseNoOf(changeId);
    const before = job.variables.severity ?? null;
    const { admission, dangerToPersons } = await this.facts.now(caseNo);
    await manager.query(
      `INSERT INTO severity_change (change_id, case_no, before, after, complexity, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [changeId, caseNo, before, newSeverity, newComplexity ?? null, this.clock.now()],
    );
    if (before !== newSeverity) {
      await this.outbox.event(manager, {
        ...ofJob(job, caseNo),
        type: 'case.severity-changed',
        data: {
          from: before,
          to: newSeverity,
          complexity: newComplexity ?? (newSeverity === 'major' ? 'complex' : 'simple'),
          because: reasonsOf(job.variables),
        },
      });
    }
    if (job.variables.seriousReported === true) {
      await this.outbox.event(manager, {
        ...ofJob(job, caseNo),
        type: 'serious-problem.reported',
        data: { severity: newSeverity, dangerToPersons },
      });
    }
    return { majorSinceAcceptance: admission === 'accept' && newSeverity === 'major' && before !== 'major' };
  }
}
