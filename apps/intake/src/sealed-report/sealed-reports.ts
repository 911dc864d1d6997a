import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SealedCase, SealedCaseAnswers } from '@huiying/contracts';
import { RelationWriter, ReportsVault, ServiceClient, Vault } from '@huiying/platform';
import { newReportNo } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { Attachments } from '../attachments/attachments.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { PersonalData } from '../case/personal-data.js';
import { ERASED_COLUMNS } from './erased-columns.js';

const TABLE = 'sealed_report';

/** What a report says, in the clear, on its way into the sealed store. */
export interface NewReport {
  row: ComplaintCase;
  reportForm: 'oral' | 'written';
  texts: Record<string, string | null | undefined>;
  respondent: { unitId: string | null; personId: string | null };
  place?: { project?: string | null; building?: string | null };
  /** What the desk answered in the tasks of the case before it was known for what it is. */
  answers?: SealedCaseAnswers['answers'];
}

/**
 * Moves the content of an employee report into schema employee_reports, sealed with the reports' own keys, and erases it from the
 * case (R05.1, access.md §5). The database function `seal_report` is the only way in; intake cannot read what went through it.
 */
@Injectable()
export class SealedReports {
  constructor(
    private readonly vault: ReportsVault,
    private readonly caseVault: Vault,
    private readonly personal: PersonalData,
    private readonly attachments: Attachments,
    private readonly messages: CaseMessages,
    private readonly services: ServiceClient,
    private readonly relations: RelationWriter,
  ) {}

  /** Seals a report in the caller's transaction and starts its own procedure; no trace id leads from one to the other. */
  async seal(manager: EntityManager, report: NewReport): Promise<void> {
    const { row, reportForm, ...content } = report;
    const { caseNo, orgId, channel, receivedOn } = row;
    const reportNo = newReportNo();
    const files = await this.attachments.takeAway(manager, caseNo);
    const text = JSON.stringify({ caseNo, orgId, channel, receivedOn, reportForm, ...content, files });
    const place = { subject: reportNo, table: TABLE, id: reportNo, column: 'content' };
    const sealed = await this.vault.seal(manager, place, text);
    await manager.query(`SELECT seal_report($1, $2, $3)`, [reportNo, dayOf(row.receivedAt), sealed]);
    const variables = { reportNo, subjectNo: reportNo, reportForm, traceparent: undefined };
    await this.messages.start(manager, 'start-employee-report', reportNo, variables);
  }

  /** A case that the desk recognised as a report: its content moves, and the case forgets it. */
  async takeOver(manager: EntityManager, row: ComplaintCase, reportForm: NewReport['reportForm']): Promise<void> {
    await this.seal(manager, {
      row,
      reportForm,
      texts: { ...(await this.personal.openAll(manager, row)), respondentUnit: row.respondentUnit },
      respondent: { unitId: row.respondentUnitId, personId: row.respondentPersonId },
      place: { project: row.project, building: row.building },
      answers: await this.answersOf(row.caseNo),
    });
    await this.erase(manager, row);
  }

  private async answersOf(caseNo: string): Promise<SealedCaseAnswers['answers']> {
    const body: SealedCase = { caseNo };
    return (await this.services.post<SealedCaseAnswers>('tasklist', '/internal/sealed-cases/answers', body)).answers;
  }

  private async erase(manager: EntityManager, { caseNo, orgId }: ComplaintCase): Promise<void> {
    const assignments = ERASED_COLUMNS.map((column) => `${column} = DEFAULT`).join(', ');
    await manager.query(`UPDATE complaint_case SET ${assignments} WHERE case_no = $1`, [caseNo]);
    await manager.query(`DELETE FROM complainant_message WHERE case_no = $1`, [caseNo]);
    await manager.query(`DELETE FROM case_note WHERE case_no = $1`, [caseNo]);
    await manager.query(`DELETE FROM form_record WHERE case_no = $1`, [caseNo]);
    await manager.query(`DELETE FROM registration_extra WHERE case_no = $1`, [caseNo]);
    await manager.query(`DELETE FROM notice WHERE case_no = $1`, [caseNo]);
    await manager.query(`UPDATE repeated_request SET reply_enc = NULL, reply_until = NULL WHERE case_no = $1`, [
      caseNo,
    ]);
    // Nothing of the case lies under its key any more; what is still to be said of it gets a new one.
    await this.caseVault.forget(manager, caseNo);
    // Who was complained about stands in schema access as well.
    await this.relations.caseFacts(manager, { caseNo, orgId, respondentUnitId: null });
    await manager.query(`DELETE FROM access.case_relation WHERE case_no = $1 AND rel IN ('rsp', 'conflicted')`, [
      caseNo,
    ]);
  }
}
