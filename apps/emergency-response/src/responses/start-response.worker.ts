import type { MessageVariables, OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { CaseFacts } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ResponseBook } from './response-book.js';

type Job = 'emergency-response.start-response';
type Start = MessageVariables<'start-emergency-response'>;

/**
 * Decision `emergency-activation` said yes (R08.5, R08.7). Where the case has or had a response nothing starts: the flags that spoke
 * for it stay on the case, and each later change would start it anew. A person may start another one after it was closed.
 */
@ZeebeWorker('emergency-response.start-response')
export class StartResponseWorker implements JobHandler<Job> {
  constructor(
    private readonly responses: ResponseBook,
    private readonly facts: CaseFacts,
    private readonly outbox: Outbox,
  ) {}

  async handle({ variables }: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const caseNo = variables.caseNo ?? variables.subjectNo;
    if (await this.responses.latest(manager, caseNo)) return {};
    const now = await this.facts.now(caseNo);
    const start: Start = {
      subjectNo: caseNo,
      caseNo,
      orgId: now.orgId,
      orgType: now.orgType as Start['orgType'],
      ownerGroup: now.ownerGroup,
      posts: now.posts as Start['posts'],
      anonymous: now.anonymous,
      channel: now.channel as Start['channel'],
      hasAddress: now.hasAddress,
      severity: variables.severity ?? null,
      amountYuan: variables.amountYuan ?? null,
      households: variables.households ?? null,
      proceedings: variables.proceedings ?? null,
      departmentCount: variables.departmentCount ?? null,
      complexFlag: variables.complexFlag ?? null,
      dangerToPersons: variables.dangerToPersons ?? null,
      disturbsOperation: variables.disturbsOperation ?? null,
      harmsStanding: variables.harmsStanding ?? null,
      projectType: now.projectType as Start['projectType'],
      because: variables.dangerToPersons === true ? 'danger' : 'decision',
    };
    await this.outbox.message(manager, {
      name: 'start-emergency-response',
      correlationKey: caseNo,
      startsProcess: 'emergency-response',
      variables: { ...start },
    });
    return {};
  }
}
