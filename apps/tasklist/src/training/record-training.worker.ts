import { Outbox } from '@huiying/events';
import { defineProblems, Problem } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Trainings } from './trainings.js';

defineProblems({
  'training-open': { zh: '签到或补训还没有登记', en: 'Attendance or make-up is not recorded yet' },
});

/** R03.6: the training is on record, with who attended and who made it up. */
@ZeebeWorker('tasklist.record-training')
export class RecordTrainingWorker implements JobHandler<'tasklist.record-training'> {
  constructor(
    private readonly trainings: Trainings,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<'tasklist.record-training'>, { manager }: JobContext) {
    const { orgId, subjectNo } = job.variables;
    const { unitId, period } = await this.trainings.find(subjectNo, manager);
    const trainees = await this.trainings.trainees(subjectNo, manager);
    // The answers of the form come by its own way: until they are there, the job is tried again.
    const open = trainees.some(({ present, madeUpAt }) => present === null || (!present && madeUpAt === null));
    if (open) throw new Problem('training-open', 'unavailable');
    await this.trainings.recorded(manager, subjectNo);
    await this.outbox.event(manager, {
      type: 'training.recorded',
      ...ofJobAbout(job, { subject: subjectNo, orgId }),
      data: {
        unitId,
        period,
        attended: trainees.filter(({ present }) => present === true).length,
        absent: trainees.filter(({ present }) => present === false).length,
        madeUp: trainees.filter(({ madeUpAt }) => madeUpAt !== null).length,
      },
    });
    return {};
  }
}
