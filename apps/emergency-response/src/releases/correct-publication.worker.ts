import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { ofJob } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { ResponseBook } from '../responses/response-book.js';
import { type Release, ReleaseBook } from './release-book.js';
import { correctionText } from './correction-text.js';

type Job = 'emergency-response.correct-publication';

/**
 * 更正公告, the compensation of a false alarm (R08.8). It runs once for every round that published; the first corrects all that still
 * stands, on the channels where it was published, the others find nothing left.
 */
@ZeebeWorker('emergency-response.correct-publication')
export class CorrectPublicationWorker implements JobHandler<Job> {
  constructor(
    private readonly responses: ResponseBook,
    private readonly releases: ReleaseBook,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const response = await this.responses.running(manager, caseNo);
    for (const release of await this.releases.uncorrected(manager, response)) {
      const correction = await this.releases.publish(manager, response, correctionOf(release), {
        corrects: release.releaseId,
      });
      for (const channel of correction?.channels ?? []) {
        await this.outbox.event(manager, {
          ...ofJob(job, caseNo),
          type: 'information.published',
          data: { releaseId: correction?.releaseId ?? '', channel, correction: true },
        });
      }
    }
    return {};
  }
}

function correctionOf(release: Release) {
  const { channels, draftedBy, approvedBy } = release;
  return { channels, content: correctionText(release), draftedBy, approvedBy };
}
