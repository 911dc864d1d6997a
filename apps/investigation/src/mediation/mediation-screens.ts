import { Injectable } from '@nestjs/common';
import type { InternalDispute } from '@huiying/contracts';
import { factLines, NO_RECORD, shownText } from '@huiying/forms';
import type { FormSubject } from '@huiying/forms';
import { ServiceClient } from '@huiying/platform';
import { caseNoOf } from '@huiying/service';
import { CaseRecords } from '../records/case-records.js';
import { HearingScreens } from '../fact-finding/hearing-screens.js';
import { caseText } from '../screens/case-text.js';
import { reportText } from '../screens/finding-text.js';
import { isDispute } from './mediated-subject.js';

const ASK = 'mediation--ask-willingness';
const REPORT = 'investigation--write-report';

/** What a mediator has to know: what the case or the dispute is about, what both sides claim and show, whether they are willing (R06.7). */
@Injectable()
export class MediationScreens {
  constructor(
    private readonly said: CaseRecords,
    private readonly hearings: HearingScreens,
    private readonly services: ServiceClient,
  ) {}

  async of({ subjectNo }: FormSubject): Promise<Record<string, string>> {
    const willingness = await this.said.latest(caseNoOf(subjectNo), ASK);
    return {
      ...(await (isDispute(subjectNo) ? this.ofDispute(subjectNo) : this.ofCase(caseNoOf(subjectNo)))),
      willingness: willingness
        ? factLines(
            ['投诉人同意调解', shownText(willingness['complainantAgrees'])],
            ['被投诉人同意调解', shownText(willingness['respondentAgrees'])],
            ['说明', shownText(willingness['remark'])],
          )
        : '',
    };
  }

  /** Both stores and what the dispute is about, for whoever carries out what they agreed. */
  async dispute(disputeNo: string): Promise<string> {
    return disputeText(await this.read(disputeNo));
  }

  private async ofCase(caseNo: string): Promise<Record<string, string>> {
    return {
      facts: caseText(await this.said.case(caseNo)),
      claims: await this.hearings.text(caseNo),
      report: reportText(await this.said.said(caseNo, REPORT), undefined),
    };
  }

  private async ofDispute(disputeNo: string): Promise<Record<string, string>> {
    const dispute = await this.read(disputeNo);
    return { facts: disputeText(dispute), claims: claimsText(dispute), report: '' };
  }

  private read(disputeNo: string): Promise<InternalDispute> {
    return this.services.get('media-penalties', `/internal/disputes/${encodeURIComponent(disputeNo)}`);
  }
}

function disputeText(dispute: InternalDispute): string {
  return factLines(
    ['争议编号', dispute.disputeNo],
    ['投诉方分店', dispute.complainingStore],
    ['被投诉方分店', dispute.respondentStore],
    ['内容', dispute.description],
    ['协商经过', dispute.negotiation],
  );
}

function claimsText(dispute: InternalDispute): string {
  const said = factLines(
    ['投诉方事实与请求', dispute.claim],
    ['投诉方证据', dispute.evidence],
    ['投诉方附件', dispute.files.join('、')],
    ['被投诉方答复', dispute.reply],
    ['被投诉方解释说明', dispute.explanation],
    ['被投诉方附件', dispute.replyFiles.join('、')],
  );
  return said === '' ? NO_RECORD : said;
}
