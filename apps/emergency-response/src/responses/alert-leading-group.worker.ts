import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Directory, RelationWriter } from '@huiying/platform';
import { CaseFacts, ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { reasonOf } from './response.js';
import { ResponseBook } from './response-book.js';

type Job = 'emergency-response.alert-leading-group';

/**
 * 报告领导小组 (R08.8): every member on file by role as the directory has them in this minute (R08.2) may read the case from now on. Intake
 * hears emergency.activated, marks the case and sends the notice 应急启动报告 to the holders of the same roles.
 */
@ZeebeWorker('emergency-response.alert-leading-group')
export class AlertLeadingGroupWorker implements JobHandler<Job> {
  constructor(
    private readonly responses: ResponseBook,
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
    private readonly relations: RelationWriter,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const { because } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const now = await this.facts.now(caseNo);
    const response = await this.responses.open(manager, {
      caseNo,
      orgId: now.orgId,
      orgType: now.orgType,
      projectType: now.projectType,
      because,
      reason: reasonOf(because, job.variables),
    });
    const { emergencyLead = [], emergencyOffice = [] } = job.variables.posts ?? now.posts;
    for (const role of new Set<string>([...emergencyLead, ...emergencyOffice]))
      for (const { id: personId, unitId } of await this.members(role, now.orgId)) {
        await this.responses.alerted(manager, response, { role, personId, unitId });
        await this.relations.grant(manager, { caseNo, rel: 'hnd', personId, source: `emergency:${caseNo}` });
      }
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'emergency.activated',
      data: { because: response.because, reason: response.reason },
    });
    return {};
  }

  /** Whoever has the role now: a head who was replaced yesterday is not told, the new one is. */
  private async members(role: string, orgId: string): Promise<readonly { id: string; unitId: string }[]> {
    const own = await this.directory.holdersIn(role, orgId);
    return own.length > 0 ? own : (await this.directory.lookUpRole(role, { orgId })).holders;
  }
}
