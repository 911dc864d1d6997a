import type { OutputOf } from '@huiying/contracts';
import { BpmnError, type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { triggerOf } from '../deadlines/job-limits.js';
import { FeedbackDates } from './feedback-dates.service.js';

type Job = 'tasklist.change-feedback-date';

/** Another promised date (R07.7); BPMN error `feedback-date-refused` where it may not change. */
@ZeebeWorker('tasklist.change-feedback-date')
export class ChangeFeedbackDateWorker implements JobHandler<Job> {
  constructor(private readonly dates: FeedbackDates) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job> | BpmnError> {
    const { subjectNo, newDate, consent } = job.variables;
    const change = consent === true ? await this.dates.change(manager, subjectNo, newDate, triggerOf(job)) : undefined;
    return change === undefined ? new BpmnError('feedback-date-refused') : { promisedOn: newDate };
  }
}
