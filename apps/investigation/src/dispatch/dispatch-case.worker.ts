import { Outbox } from '@huiying/events';
import { Clock, Directory, RelationWriter } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { CaseFacts, ofJob } from '@huiying/service';
import { Handlings } from '../records/handlings.js';

/** Outer limit of a case by type of organisation (R01.4, R04.13). */
const OUTER_LIMIT = { 'registration-centre': 'R01.4' } as const;

/** 交办: the work order goes to the department, which from now on may read the case (R09.4, R10.1). */
@ZeebeWorker('investigation.dispatch-case')
export class DispatchCaseWorker implements JobHandler<'investigation.dispatch-case'> {
  constructor(
    private readonly handlings: Handlings,
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'investigation.dispatch-case'>, { manager }: JobContext) {
    const { orgId, handlingProcess, handlerGroup, overseer, signatureRequired, needsVerification } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const departments = departmentsOf(handlerGroup, job.variables.respondentGroup);
    const round = ((await this.handlings.find(manager, caseNo))?.round ?? 0) + 1;
    await this.handlings.change(
      manager,
      { caseNo, orgId },
      {
        round,
        handlingProcess,
        handlerGroup,
        overseer: overseer ?? null,
        departments,
        justified: null,
        conclusive: null,
        silent: [],
      },
    );
    await this.letRead(manager, caseNo, orgId, overseer ? [...departments, overseer] : departments);
    const common = ofJob(job, caseNo);
    await this.outbox.event(manager, {
      ...common,
      type: 'case.routed',
      data: {
        handlingProcess,
        handlerGroup,
        ...(overseer ? { overseer } : {}),
        signatureRequired: signatureRequired === true,
        needsVerification: needsVerification === true,
      },
    });
    await this.outbox.event(manager, { ...common, type: 'case.dispatched', data: { departments, round } });
    if (round > 1) {
      const limit = job.variables.orgType === 'registration-centre' ? OUTER_LIMIT['registration-centre'] : 'R04.13';
      await this.outbox.event(manager, {
        ...common,
        type: 'limits.requested',
        data: { subjectNo: caseNo, limits: [limit], from: this.clock.now().toISOString() },
      });
    }
    return { round };
  }

  private async letRead(
    manager: JobContext['manager'],
    caseNo: string,
    orgId: string,
    groups: string[],
  ): Promise<void> {
    const { respondentUnitId } = await this.facts.now(caseNo);
    const where = { orgId, ...(respondentUnitId ? { unitId: respondentUnitId } : {}) };
    for (const role of new Set(groups)) {
      if (role === 'respondent-unit' || role === 'agreement-party') continue; // the tasklist resolves these to a unit's head
      // Which store it is about is not known yet: no store may read it because its name comes first.
      if (role === 'store-manager' && !respondentUnitId) continue;
      const { unitId } = await this.directory.lookUpRole(role, where);
      await this.relations.grant(manager, { caseNo, rel: 'hnd', role, unitId, source: 'investigation:dispatch' });
    }
  }
}

/** The handling department first, then the others complained about. */
function departmentsOf(handlerGroup: string, respondentGroup: string[] | null | undefined): string[] {
  return [...new Set([handlerGroup, ...(respondentGroup ?? [])])];
}
