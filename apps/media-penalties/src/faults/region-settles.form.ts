import { type Answers, FormOwner, type FormSubject } from '@huiying/forms';
import { STORE_SETTLES } from './agency-handling.js';
import { agreementText, escalationText, reportText } from './case-text.js';
import { SettlingForm } from './settling-form.js';

/** 区域处理 (R11.10): after the investigation and the mediation; an agreement fills in the 〔结论〕 (R06.7, R03.11). */
@FormOwner('agency-complaint--region-settles')
export class RegionSettlesForm extends SettlingForm {
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { order, known } = await this.view(subject);
    const handling = await this.handlings.investigated(subject.subjectNo);
    const byStore = await this.latest(subject.subjectNo, STORE_SETTLES);
    const report = handling?.report;
    const mediation = handling?.mediation;
    return {
      order,
      escalation: escalationText(known?.escalated ?? null, byStore?.answers),
      report: reportText(handling),
      agreement: agreementText(handling),
      ...(report ? { findings: report.findings, causeCode: report.causeCode, causeText: report.causeText } : {}),
      ...(mediation?.agreed ? { agreed: true, payFen: mediation.payFen ?? 0 } : {}),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('opinion', 'result', 'customerOpinion');
    answers.requireConclusion();
    return this.concluded(answers, await this.facts.now(subjectNo));
  }
}
