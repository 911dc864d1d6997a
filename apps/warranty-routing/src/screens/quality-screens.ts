import { Injectable } from '@nestjs/common';
import type { Component } from '@huiying/contracts';
import { type FormRecord, FormRecords, NO_RECORD } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import { minuteOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { SurveyReports } from '../reports/survey-reports.js';
import { Surveys } from '../surveys/surveys.js';
import { CaseWarranty } from '../warranty/case-warranty.js';
import { Warranties } from '../warranty/warranties.js';
import { warrantyText } from '../warranty/warranty-text.js';
import * as screen from './screen-text.js';

const FIRST = 'quality-escalation--survey-first';
const SECOND = 'quality-escalation--survey-second';
const JOINT = 'construction-warranty--lead-survey';
const MINOR = 'quality-escalation--repair-minor';
const ORDINARY = 'quality-escalation--repair-ordinary';
const PROJECT = 'construction-warranty--assign-project';
const CREW = 'construction-warranty--assign-crew';
const REPAIR = 'construction-warranty--repair';
const ACCEPTS = 'construction-warranty--owner-accepts';
const TRACK = 'quality-escalation--track-completion';

const TITLES: Readonly<Record<string, string>> = {
  [FIRST]: '物业服务中心勘查',
  [SECOND]: '品质中心勘查',
  [JOINT]: '联合勘查',
  [MINOR]: '工程部修缮',
  [ORDINARY]: '协助修缮',
  [PROJECT]: '已落实工程项目部',
  [CREW]: '已落实维修组',
  [REPAIR]: '建筑公司维修',
  [ACCEPTS]: '业主验收',
};

/** Read-only fields of the forms of quality cases: what a person has to know of the case to fill the others in. */
@Injectable()
export class QualityScreens {
  constructor(
    private readonly facts: CaseFacts,
    private readonly records: FormRecords,
    private readonly surveys: Surveys,
    private readonly reports: SurveyReports,
    private readonly warranties: Warranties,
    private readonly ofCase: CaseWarranty,
    private readonly database: DataSource,
  ) {}

  /** 投诉登记表 */
  async registration(caseNo: string): Promise<string> {
    const [now, registration] = await Promise.all([this.facts.now(caseNo), this.facts.registration(caseNo)]);
    return screen.registrationText(now, registration);
  }

  /** Surveys and repairs of the levels before, oldest first. */
  async before(caseNo: string): Promise<string> {
    const records = await this.all(caseNo, FIRST, MINOR, SECOND, ORDINARY, JOINT);
    return screen.sheet(
      ...records.map(({ formId, answers }) =>
        formId === MINOR || formId === ORDINARY
          ? screen.repairText(TITLES[formId] ?? formId, answers)
          : screen.surveyText(TITLES[formId] ?? formId, answers),
      ),
    );
  }

  /** Who repairs, and until when the law makes it free: of the component surveyed, else of every one. */
  async warranty(caseNo: string): Promise<string> {
    const latest = await this.surveys.latest(this.database.manager, caseNo);
    return this.warrantyOf(caseNo, latest ? [latest.component] : undefined);
  }

  /** The same of every component: the form shows the one that the surveyor chooses. */
  warrantyOfAll(caseNo: string): Promise<string> {
    return this.warrantyOf(caseNo);
  }

  private async warrantyOf(caseNo: string, components?: readonly Component[]): Promise<string> {
    const now = await this.facts.now(caseNo);
    return warrantyText(await this.warranties.all(await this.ofCase.place(now), now.reportedOn, components));
  }

  /** 现场勘查报告 that was sent, with the surveys that it stands on. */
  async report(caseNo: string): Promise<string> {
    const { manager } = this.database;
    const sent = await this.reports.latest(manager, caseNo);
    const said = sent && (await this.records.ofTask(manager, sent.taskId));
    const text = said ? screen.reportText(said.answers, minuteOf(sent.sentAt)) : '';
    return screen.sheet(text, await this.before(caseNo));
  }

  async assignment(caseNo: string): Promise<string> {
    const record = await this.latest(caseNo, PROJECT, CREW);
    return record ? screen.assignmentText(TITLES[record.formId] ?? '', record.answers) : NO_RECORD;
  }

  /** What the builder did, for the owner's acceptance: the repair, or the solution that was agreed. */
  async builderWork(caseNo: string): Promise<string> {
    const records = await this.all(caseNo, JOINT, REPAIR);
    return screen.sheet(
      ...records.map(({ formId, answers }) =>
        formId === REPAIR ? screen.repairText('建筑公司维修', answers) : screen.surveyText('联合勘查', answers),
      ),
    );
  }

  /** Since the report: assignment, repairs, what the owner said, rounds before. */
  async progress(caseNo: string): Promise<string> {
    const records = await this.all(caseNo, PROJECT, CREW, JOINT, REPAIR, ACCEPTS, TRACK);
    return screen.sheet(...records.map(progressOf));
  }

  private all(caseNo: string, ...forms: string[]): Promise<FormRecord[]> {
    return this.records.all(this.database.manager, { subjectNo: caseNo }, ...forms);
  }

  private latest(caseNo: string, ...forms: string[]): Promise<FormRecord | undefined> {
    return this.records.latest(this.database.manager, caseNo, ...forms);
  }
}

function progressOf({ formId, answers }: FormRecord): string {
  const title = TITLES[formId] ?? formId;
  if (formId === PROJECT || formId === CREW) return screen.assignmentText(title, answers);
  if (formId === TRACK) return screen.trackingText(answers);
  return formId === JOINT ? screen.surveyText(title, answers) : screen.repairText(title, answers);
}
