import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { FollowingService } from './following.service.js';

type Job = 'intake.resolve-children';

@ZeebeWorker('intake.resolve-children')
export class ResolveChildrenWorker implements JobHandler<Job> {
  constructor(private readonly following: FollowingService) {}

  handle({ variables }: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    return this.following.resolve(manager, variables.subjectNo);
  }
}
