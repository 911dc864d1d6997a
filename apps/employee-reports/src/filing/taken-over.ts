import { Injectable } from '@nestjs/common';
import type { ReportForm, ReporterIdentity, SealedCase, SealedCaseAnswers } from '@huiying/contracts';
import { ServiceClient } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import { cleaned } from '../evidence/cleaned-file.js';
import { ReportFiles } from '../evidence/report-files.js';
import { ReportVault } from '../keys/report-vault.js';
import { answerLines } from '../record/answer-lines.js';
import { Reports } from '../record/reports.js';
import { ReportDesk } from './report-desk.js';

/** What intake sealed of a complaint that turned out to be a report (apps/intake/src/sealed-report). */
interface SealedComplaint {
  caseNo: string;
  orgId: string;
  receivedOn: string;
  reportForm: ReportForm;
  texts: Record<string, string | null | undefined>;
  respondent: { unitId: string | null; personId: string | null };
  place?: { project?: string | null; building?: string | null };
  files: { contentType: string; content: string }[];
  /** Of the tasks before it was known for what it is. */
  answers?: SealedCaseAnswers['answers'];
}

interface Row {
  report_no: string;
  received_on: string;
  content: string;
}

const IDENTITY = ['contactName', 'contactPhone', 'contactEmail', 'contactAddress', 'room'];
const NAMED = ['respondentPerson', 'respondentUnit'];

/**
 * Takes over what intake left in the sealed store: identity and content part, and lie under keys of their own; the case number is
 * forgotten, so that nothing leads from the case to the report (access.md §5 "a filing at the desk by mistake is moved").
 */
@Injectable()
export class TakenOver {
  constructor(
    private readonly vault: ReportVault,
    private readonly reports: Reports,
    private readonly desk: ReportDesk,
    private readonly files: ReportFiles,
    private readonly models: PublishedModels,
    private readonly services: ServiceClient,
    private readonly audit: ReportAudit,
  ) {}

  /** False where intake left nothing under the number. */
  async take(manager: EntityManager, reportNo: string): Promise<boolean> {
    const [row] = await manager.query<Row[]>(
      `SELECT report_no, received_on, content FROM sealed_report WHERE report_no = $1 FOR UPDATE`,
      [reportNo],
    );
    if (!row) return false;
    const place = { reportNo, table: 'sealed_report', id: reportNo, column: 'content' };
    const complaint = await this.vault.open<SealedComplaint>(manager, place, row.content);
    const { orgId, reportForm, texts, files } = complaint;
    const content = await this.desk.contentOf({
      orgId,
      unitId: null,
      reportForm,
      description: wordsOf(complaint),
      evidence: '',
      tellBy: 'in-person',
      named: namedIn(complaint),
      identity: identityOf(texts),
    });
    await this.reports.insert(manager, {
      reportNo,
      receivedAt: new Date(`${row.received_on}T00:00:00+08:00`),
      receiptHash: null,
      content,
      identity: identityOf(texts),
    });
    for (const file of files) await this.files.keep(manager, reportNo, await cleanedOrAsItWas(file));
    await manager.query(`DELETE FROM sealed_report WHERE report_no = $1`, [reportNo]);
    await this.audit.record(manager, 'report.taken-over', { reportNo });
    await this.moveAnswers(manager, reportNo, complaint);
    await this.desk.registered(manager, reportNo, orgId, { job: 'employee-reports.acknowledge-report' });
    return true;
  }

  /**
   * The desk's own answers become part of the record; only then does the tasklist destroy its copy. A repeat finds both: until this
   * transaction is done they lie in what intake sealed.
   */
  private async moveAnswers(
    manager: EntityManager,
    reportNo: string,
    { caseNo, answers = [] }: SealedComplaint,
  ): Promise<void> {
    for (const { formId, completedAt, data } of answers) {
      const text = answerLines(this.models.form(formId), data);
      if (text !== '') await this.reports.append(manager, reportNo, 'desk', { text }, new Date(completedAt));
    }
    const body: SealedCase = { caseNo };
    await this.services.post('tasklist', '/internal/sealed-cases/erasures', body);
    await this.audit.record(manager, 'answers.moved', { reportNo });
  }
}

/** The desk took it, so it is not refused now: what cannot be cleaned stays as it was. */
async function cleanedOrAsItWas({ contentType, content: base64 }: SealedComplaint['files'][number]) {
  const content = Buffer.from(base64, 'base64');
  return cleaned(content).catch(() => ({ contentType, content, original: true }));
}

/** Everything that was said, but not by whom. */
function wordsOf({ texts, place }: SealedComplaint): string {
  const said = Object.entries(texts).filter(([key]) => !IDENTITY.includes(key));
  const words = [...said.map(([, text]) => text), place?.project, place?.building];
  return words.filter((text) => typeof text === 'string' && text.trim() !== '').join('\n');
}

function namedIn({ texts, respondent }: SealedComplaint) {
  const { personId } = respondent;
  const [person, unit] = NAMED.map((key) => texts[key]?.trim() || undefined);
  if (personId) return [{ personId }];
  return person ? [{ name: person, ...(unit ? { unit } : {}) }] : [];
}

function identityOf(texts: SealedComplaint['texts']): ReporterIdentity {
  const { contactName, contactPhone, contactEmail, contactAddress, room } = texts;
  const more = [contactAddress, room].filter(Boolean).join(' ');
  return {
    ...(contactName ? { name: contactName } : {}),
    ...(contactPhone ? { phone: contactPhone } : {}),
    ...(contactEmail ? { email: contactEmail } : {}),
    ...(more ? { more } : {}),
  };
}
