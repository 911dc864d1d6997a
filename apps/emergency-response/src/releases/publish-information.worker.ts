import { type OutputOf, RELEASE_CHANNELS } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Answers } from '@huiying/forms';
import { CompletedTask, ofJob, Staff } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ResponseBook } from '../responses/response-book.js';
import { ReleaseBook } from './release-book.js';

type Job = 'emergency-response.publish-information';

/** 发布信息 (R08.8): what the spokesperson drafted and a leader reviewed, one event for each channel. */
@ZeebeWorker('emergency-response.publish-information')
export class PublishInformationWorker implements JobHandler<Job> {
  constructor(
    private readonly responses: ResponseBook,
    private readonly releases: ReleaseBook,
    private readonly completed: CompletedTask,
    private readonly staff: Staff,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const draft = await this.completed.outcome(job.variables.outcomeId);
    const said = new Answers(draft.data);
    if (said.flag('nothingNew') === true) return {};
    const response = await this.responses.running(manager, caseNo);
    const release = await this.releases.publish(
      manager,
      response,
      {
        channels: RELEASE_CHANNELS.filter((channel) => said.codes('channels').includes(channel)),
        content: said.text('content'),
        draftedBy: draft.completedBy,
        approvedBy: (await this.staff.find(said.text('approvedBy'))) ?? said.text('approvedBy'),
      },
      { outcomeId: draft.id },
    );
    for (const channel of release?.channels ?? []) {
      await this.outbox.event(manager, {
        ...ofJob(job, caseNo),
        type: 'information.published',
        data: { releaseId: release?.releaseId ?? '', channel, correction: false },
      });
    }
    return {};
  }
}
