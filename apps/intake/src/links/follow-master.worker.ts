import type { OutputOf } from '@huiying/contracts';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { FollowingService } from './following.service.js';

type Job = 'intake.follow-master';

@ZeebeWorker('intake.follow-master')
export class FollowMasterWorker implements JobHandler<Job> {
  constructor(private readonly following: FollowingService) {}

  async handle({ variables }: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    await this.following.follow(manager, variables.subjectNo);
    return {};
  }
}
