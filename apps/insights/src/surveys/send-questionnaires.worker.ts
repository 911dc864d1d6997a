import type { QuestionnaireSent } from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { SurveyBook } from './survey-book.js';

type Job = 'insights.send-questionnaires';

/** A one-time code each; intake, which alone knows the address, sends it (R12.7). The job's header opens the time to answer. */
@ZeebeWorker('insights.send-questionnaires')
export class SendQuestionnairesWorker implements JobHandler<Job> {
  constructor(
    private readonly book: SurveyBook,
    private readonly services: ServiceClient,
  ) {}

  async handle({ variables }: JobOf<Job>, { manager }: JobContext) {
    let sent = 0;
    for (const { respondentNo, caseNo } of await this.book.respondents(manager, variables.subjectNo, 'questionnaire')) {
      const code = await this.book.giveCode(manager, respondentNo);
      if (await this.send(respondentNo, caseNo, code)) sent++;
    }
    return { sent };
  }

  /** A case that is gone meanwhile is asked nothing. */
  private async send(respondentNo: string, caseNo: string, code: string): Promise<boolean> {
    const path = `/internal/cases/${encodeURIComponent(caseNo)}/questionnaires`;
    const answer = await ifFound(this.services.post<QuestionnaireSent>('intake', path, { respondentNo, code }));
    return answer?.sent ?? false;
  }
}
