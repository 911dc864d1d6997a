import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Parameters } from '../figures/parameters.js';
import { SurveyBook } from './survey-book.js';

type Job = 'insights.evaluate-survey';

/** R12.7: the time to answer is over; the mean against the target. A survey that nobody answered is below no target. */
@ZeebeWorker('insights.evaluate-survey')
export class EvaluateSurveyWorker implements JobHandler<Job> {
  constructor(
    private readonly book: SurveyBook,
    private readonly parameters: Parameters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext) {
    const { subjectNo: surveyNo, orgId, period } = job.variables;
    await this.book.demandAsked(manager, surveyNo);
    const { asked, answered, average } = await this.book.result(manager, surveyNo);
    const belowTarget = average !== null && average < this.parameters.now().surveyTarget;
    await manager.query(
      `UPDATE survey SET closed_at = $2, asked = $3, answered = $4, average = $5, below_target = $6 WHERE survey_no = $1`,
      [surveyNo, this.clock.now(), asked, answered, average, belowTarget],
    );
    await this.outbox.event(manager, {
      type: 'survey.completed',
      ...ofJobAbout(job, { subject: surveyNo, orgId }),
      data: { surveyNo, period, asked, answered, average: average ?? 0, belowTarget },
    });
    return { belowTarget };
  }
}
