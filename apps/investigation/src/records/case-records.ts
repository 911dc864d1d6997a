import { Injectable } from '@nestjs/common';
import { type FormRecord, FormRecords } from '@huiying/forms';
import { CaseFacts, caseNoOf } from '@huiying/service';
import { DataSource } from 'typeorm';
import type { CaseOnScreen } from '../screens/case-text.js';
import type { Said } from '../screens/said.js';
import { isSupervision } from '../supervision/supervision.js';
import { Handlings } from './handlings.js';

/** What is known of a case, and what its completed forms said, in the present round or ever. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly records: FormRecords,
    private readonly handlings: Handlings,
    private readonly facts: CaseFacts,
    private readonly database: DataSource,
  ) {}

  async case(subjectNo: string): Promise<CaseOnScreen> {
    const caseNo = caseNoOf(subjectNo);
    const [now, registration] = await Promise.all([this.facts.now(caseNo), this.facts.registration(caseNo)]);
    return { now, registration };
  }

  /** Records of the case's present round, oldest first; a file of the supervision office is handled once. */
  async ofRound(caseNo: string, ...formIds: string[]): Promise<FormRecord[]> {
    const { manager } = this.database;
    if (isSupervision(caseNo)) return this.records.all(manager, { subjectNo: caseNo }, ...formIds);
    const round = await this.handlings.roundOf(manager, caseNo);
    return this.records.all(manager, { caseNo, round }, ...formIds);
  }

  async inRound(caseNo: string, ...formIds: string[]): Promise<FormRecord | undefined> {
    return (await this.ofRound(caseNo, ...formIds)).at(-1);
  }

  /** The newest answers of the present round. */
  async said(caseNo: string, ...formIds: string[]): Promise<Said> {
    return (await this.inRound(caseNo, ...formIds))?.answers;
  }

  /** Of a task, whatever the round; undefined while its completion was not heard of. */
  ofTask(taskId: string): Promise<FormRecord | undefined> {
    return this.records.ofTask(this.database.manager, taskId);
  }

  /** The newest answers about a subject, whatever the round. */
  async latest(subjectNo: string, ...formIds: string[]): Promise<Said> {
    return (await this.records.latest(this.database.manager, subjectNo, ...formIds))?.answers;
  }
}
