import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { OwnNumbers } from '@huiying/service';

/** R09.2, R03.8: an unjustified delay goes to the supervision office. Its file is sealed: nothing is emitted. */
@ZeebeWorker('investigation.open-supervision')
export class OpenSupervisionWorker implements JobHandler<'investigation.open-supervision'> {
  constructor(
    private readonly numbers: OwnNumbers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'investigation.open-supervision'>, { manager }: JobContext) {
    const { subjectNo, orgId, orgType, posts, limitId } = job.variables;
    const caseNo = job.variables.caseNo ?? null;
    const supervisionNo = await this.numbers.next(manager, 'DB', orgId);
    await manager.query(
      `INSERT INTO follow_on (number, kind, origin_no, opened_at) VALUES ($1, 'supervision', $2, $3)`,
      [supervisionNo, subjectNo, this.clock.now()],
    );
    await this.outbox.message(manager, {
      name: 'start-supervision',
      correlationKey: supervisionNo,
      startsProcess: 'supervision',
      variables: { subjectNo: supervisionNo, caseNo, orgId, orgType, posts, limitId, origin: 'delay' },
    });
    return {};
  }
}
