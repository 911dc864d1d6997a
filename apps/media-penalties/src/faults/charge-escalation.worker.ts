import type { ImposedPenalty } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Problem } from '@huiying/platform';
import { CaseFacts, CLIMB_VIOLATION, CompletedTask, ofJob, ViolationSchedule } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, PublishedModels, ZeebeWorker } from '@huiying/zeebe';
import { Imposing } from '../penalties/imposing.js';
import { StoreFinder } from '../stores/store-finder.js';
import { AgencyCases } from './agency-cases.js';
import { STORE_SETTLES } from './agency-handling.js';

type Job = JobOf<'media-penalties.charge-escalation'>;

/**
 * A complaint comes to the region: the store pays row F1 of the schedule and the handling fee, once a case, whoever caused the complaint
 * (R11.8, R11.10, gaps 7 and 8). Where nobody knows which store it is about, none had its two days, and none pays.
 */
@ZeebeWorker('media-penalties.charge-escalation')
export class ChargeEscalationWorker implements JobHandler<'media-penalties.charge-escalation'> {
  constructor(
    private readonly cases: AgencyCases,
    private readonly facts: CaseFacts,
    private readonly tasks: CompletedTask,
    private readonly stores: StoreFinder,
    private readonly schedule: ViolationSchedule,
    private readonly models: PublishedModels,
    private readonly imposing: Imposing,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: Job, { manager }: JobContext) {
    const { orgId } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const known = await this.cases.lock(manager, caseNo, orgId);
    if (known.chargedAt !== null) return {};
    const escalated = job.variables.escalated ?? 'dissatisfied';
    const storeId =
      (await this.settledBy(job)) ??
      known.storeId ??
      (await this.stores.respondentOf(await this.facts.now(caseNo))).storeId;
    await this.cases.change(manager, caseNo, { escalated, storeId, chargedAt: this.clock.now() });
    const regionId = storeId === null ? null : await this.stores.regionOf(storeId);
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'case.escalated-to-region',
      data: { escalated, ...(storeId ? { storeId } : {}), ...(regionId ? { regionId } : {}) },
    });
    if (storeId === null) return {};
    await this.imposing.impose(manager, {
      penalties: this.charges(escalated),
      source: `escalation:${caseNo}`,
      storeId,
      caseNo,
      cause: { job: job.type },
      process: job,
    });
    return {};
  }

  /** The store that handled it a moment ago, with the customer dissatisfied: the job may be faster than the event of its form. */
  private async settledBy({ variables }: Job): Promise<string | null> {
    if (!variables.outcomeId) return null;
    const { formId, data } = await this.tasks.outcome(variables.outcomeId);
    return formId === STORE_SETTLES ? this.stores.find(variables.orgId, String(data['store'])) : null;
  }

  /** What the two decisions in force say; malice does not lift it, unless an operator turned `maliciousWaivesEscalation` round. */
  private charges(escalated: string): ImposedPenalty[] {
    const fine = this.schedule.find(CLIMB_VIOLATION);
    if (!fine) throw new Problem('unknown-violation', 'fault');
    const { output } = this.models
      .decisions()
      .evaluate('penalty', { stage: 'escalation', respondentType: null, malicious: false, escalated });
    const fees = (output as ImposedPenalty[] | null) ?? [];
    return [{ payer: 'store', amountYuan: fine.fineYuan, kind: 'fine', ruleId: 'R11.8' }, ...fees];
  }
}
