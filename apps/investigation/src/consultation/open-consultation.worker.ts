import { Outbox } from '@huiying/events';
import { Clock, Directory, RelationWriter } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CaseFacts, ofJob } from '@huiying/service';
import { Handlings } from '../records/handlings.js';
import { Consultations, sourceOf } from './consultations.js';

/** R04.10, R06.4: the departments are asked; they and the outside authorities named may read the case until the consultation ends. */
@ZeebeWorker('investigation.open-consultation')
export class OpenConsultationWorker implements JobHandler<'investigation.open-consultation'> {
  constructor(
    private readonly consultations: Consultations,
    private readonly handlings: Handlings,
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'investigation.open-consultation'>, { manager }: JobContext) {
    const { orgId, departments, leadGroup } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const round = await this.handlings.roundOf(manager, caseNo);
    const openedAt = this.clock.now();
    const asked = { caseNo, round, departments, leadGroup, openedAt };
    const consultationId = await this.consultations.begin(manager, asked);
    for (const role of departments) {
      const { unitId } = await this.directory.lookUpRole(role, { orgId });
      await this.relations.grant(manager, { caseNo, rel: 'con', role, unitId, source: sourceOf(consultationId) });
    }
    const authorities = await this.facts.authorities(caseNo);
    for (const unitId of authorities)
      await this.relations.grant(manager, { caseNo, rel: 'con', unitId, source: sourceOf(consultationId) });
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'consultation.opened',
      data: { consultationId, departments, leadGroup, authorities },
    });
    return {};
  }
}
