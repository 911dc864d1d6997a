import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Revisions } from './revisions.js';

/** R08.9, R03.10: what an emergency or a corrective action taught changes the plan or the rules, by a revision of its own. */
@ZeebeWorker('studio.open-revision')
export class OpenRevisionWorker implements JobHandler<'studio.open-revision'> {
  constructor(private readonly revisions: Revisions) {}

  async handle({ variables }: JobOf<'studio.open-revision'>, { manager }: JobContext) {
    const { subjectNo, orgId, orgType, revisionKind, drafterGroup } = variables;
    const revisionNo = await this.revisions.open(manager, {
      kind: revisionKind ?? 'rulebook',
      orgId,
      orgType: orgType,
      drafterGroup: drafterGroup ?? null,
      originNo: subjectNo,
      openedBy: 'system',
    });
    return { revisionNo };
  }
}
