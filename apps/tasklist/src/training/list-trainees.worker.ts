import { PostTable } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Trainings } from './trainings.js';

/** Brokerage staff (R06.3). */
const BROKERS = ['consultant', 'store-manager'];

/** R03.6: whoever takes complaints in; R06.3: at a brokerage consultants and store managers. */
@ZeebeWorker('tasklist.list-trainees')
export class ListTraineesWorker implements JobHandler<'tasklist.list-trainees'> {
  constructor(
    private readonly trainings: Trainings,
    private readonly posts: PostTable,
  ) {}

  async handle({ variables }: JobOf<'tasklist.list-trainees'>, { manager }: JobContext) {
    const { subjectNo, orgId, orgType, unitId, period, dueOn } = variables;
    const brokerage = orgType === 'brokerage';
    const roles = brokerage ? BROKERS : ['intake-desk', ...this.posts.of(orgType).intake];
    const trainees = await this.trainings.holders(orgId, roles);
    await this.trainings.open(manager, { subjectNo, orgId, orgType, unitId, period, dueOn }, trainees);
    return { trainees: trainees.length, deadlineRule: brokerage ? 'R06.3' : 'R03.6' };
  }
}
