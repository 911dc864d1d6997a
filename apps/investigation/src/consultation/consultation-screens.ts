import { Injectable } from '@nestjs/common';
import type { InternalSurveys } from '@huiying/contracts';
import { factLines, FormRecords, type FormSubject, groupName, NO_RECORD, shownText } from '@huiying/forms';
import { ServiceClient } from '@huiying/platform';
import { caseNoOf } from '@huiying/service';
import { DataSource } from 'typeorm';
import { CaseRecords } from '../records/case-records.js';
import { Handlings } from '../records/handlings.js';
import { caseText } from '../screens/case-text.js';
import { evidenceText, opinionsText } from '../screens/finding-text.js';
import { type Consultation, Consultations, silentOf } from './consultations.js';

const NAME_INVESTIGATOR = 'investigation--name-investigator';
const EVIDENCE = 'investigation--collect-evidence';
const CONCLUDE = 'joint-consultation--conclude';

type Fields = Promise<Record<string, string>>;

/** What the forms of a consultation show: the case, which post asks, and what; later what each department said (R04.10, R07.5). */
@Injectable()
export class ConsultationScreens {
  constructor(
    private readonly consultations: Consultations,
    private readonly said: CaseRecords,
    private readonly records: FormRecords,
    private readonly handlings: Handlings,
    private readonly services: ServiceClient,
    private readonly database: DataSource,
  ) {}

  async opinion({ subjectNo, group }: FormSubject): Fields {
    const caseNo = caseNoOf(subjectNo);
    const evidence = await this.said.ofRound(caseNo, EVIDENCE);
    const known = evidenceText(evidence.map(({ answers }) => answers));
    const facts = caseText(await this.said.case(caseNo));
    return {
      department: groupName(group),
      question: await this.question(caseNo),
      facts: known === '' ? facts : `${facts}\n${known}`,
    };
  }

  async opinions({ subjectNo }: FormSubject): Fields {
    const caseNo = caseNoOf(subjectNo);
    const { manager } = this.database;
    const consultation = await this.consultations.open(manager, caseNo);
    const facts = caseText(await this.said.case(caseNo));
    const question = await this.question(caseNo);
    if (!consultation) return { facts, question, opinions: opinionsText([], []) };
    const spoke = await this.consultations.spoke(manager, consultation.consultationId);
    const records = await this.records.ofTasks(manager, [...spoke.keys()]);
    const opinions = records.map(({ taskId, answers }) => ({ department: spoke.get(taskId) ?? '', said: answers }));
    const minutes = await this.consultations.minutes(manager, consultation.consultationId);
    const concluded = (await this.records.ofTasks(manager, minutes)).find(({ formId }) => formId === CONCLUDE);
    return { facts, question, opinions: opinionsText(opinions, silentOf(consultation), concluded?.answers) };
  }

  /** Who asks, by the post, and what. Each process that calls a consultation says it in a form of its own. */
  private async question(caseNo: string): Promise<string> {
    const consultation = await this.consultations.open(this.database.manager, caseNo);
    if (!consultation) return NO_RECORD;
    const asked = await this.asked(caseNo, consultation);
    return factLines(
      ['提出', groupName(asked.by)],
      ['会商部门', consultation.departments.map(groupName).join('、')],
      ['需答复', asked.what],
    );
  }

  private async asked(caseNo: string, { leadGroup }: Consultation): Promise<{ by: string; what: string }> {
    const handling = await this.handlings.find(this.database.manager, caseNo);
    if (handling?.handlingProcess === 'sales-complaint') {
      const { departmentOrder } = await this.said.case(caseNo).then(({ registration }) => registration);
      return { by: departmentOrder?.askedBy ?? leadGroup, what: departmentOrder?.demand ?? '' };
    }
    if (handling?.handlingProcess === 'quality-escalation') {
      const path = `/internal/surveys/${encodeURIComponent(caseNo)}`;
      const { text: surveys } = await this.services.get<InternalSurveys>('warranty-routing', path);
      return { by: leadGroup, what: `依据联合勘查共同商定维修方案\n${surveys}` };
    }
    const outline = shownText((await this.said.said(caseNo, NAME_INVESTIGATOR))?.['outline']);
    return { by: leadGroup, what: outline };
  }
}
