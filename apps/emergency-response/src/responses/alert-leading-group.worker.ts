import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, Directory, RelationWriter } from '@huiying/platform';
import { CaseFacts, ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { reasonOf } from './response.js';
import type { Response } from './response.entity.js';
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
    private readonly clock: Clock,
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
    for (const role of new Set<string>([...emergencyLead, ...emergencyOffice])) {
      await this.alert(manager, response, role);
    }
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'emergency.activated',
      data: { because: response.because, reason: response.reason },
    });
    return {};
  }

  private async alert(manager: JobContext['manager'], { caseNo, n, orgId }: Response, role: string): Promise<void> {
    // Of whoever the role has now: a head who was replaced yesterday is not told, the new one is.
    const own = await this.directory.holdersIn(role, orgId);
    const members = own.length > 0 ? own : (await this.directory.lookUpRole(role, { orgId })).holders;
    const source = `emergency:${caseNo}`;
    for (const { id, unitId } of members) {
      await manager.query(
        `INSERT INTO alerted_member (case_no, n, role, person_id, unit_id, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
        [caseNo, n, role, id, unitId, this.clock.now()],
      );
      await this.relations.grant(manager, { caseNo, rel: 'hnd', personId: id, source });
    }
  }
}
