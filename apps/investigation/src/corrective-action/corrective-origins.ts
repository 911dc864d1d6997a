import { Injectable } from '@nestjs/common';
import { CAUSE_NAMES, CORRECTIVE_ORIGIN_NAMES, type InternalFinding } from '@huiying/contracts';
import { factLines, FormRecords, shownText } from '@huiying/forms';
import { Directory, ifFound, ServiceClient } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { HandlingReader } from '../handling/handling-reader.js';
import { CaseRecords } from '../records/case-records.js';
import { caseText } from '../screens/case-text.js';
import { SupervisionBook } from '../supervision/supervision-book.js';
import type { CorrectiveAction } from './corrective-action.entity.js';

const SAMPLE = 'supervision--sample-cases';
const CONCLUDE = 'supervision--conclude';

/** 来源: what was found and where, so that its cause can be looked for (R13.7, R02.2, R03.5, R03.9). No personal data. */
@Injectable()
export class CorrectiveOrigins {
  constructor(
    private readonly said: CaseRecords,
    private readonly handlings: HandlingReader,
    private readonly supervisions: SupervisionBook,
    private readonly records: FormRecords,
    private readonly directory: Directory,
    private readonly services: ServiceClient,
    private readonly database: DataSource,
  ) {}

  async text({ actionNo, orgId, origin, originNo, causeCode }: CorrectiveAction): Promise<string> {
    const organisation = await this.directory.unit(orgId);
    return [
      factLines(
        ['编号', actionNo],
        ['单位', organisation?.name ?? orgId],
        ['来源', `${CORRECTIVE_ORIGIN_NAMES[origin].zh} ${originNo}`],
        ['原因', causeCode ? CAUSE_NAMES[causeCode].zh : ''],
      ),
      await this.found(origin, originNo),
    ]
      .filter((part) => part !== '')
      .join('\n');
  }

  /** What a survey or a report found, which insights keeps; nothing where it is not on file. */
  async finding(originNo: string): Promise<string> {
    const path = `/internal/findings/${encodeURIComponent(originNo)}`;
    const finding = await ifFound(this.services.get<InternalFinding>('insights', path));
    if (!finding) return factLines(['事项', originNo]);
    const { title, unit, period, found } = finding;
    const about = [unit, title, period].filter(Boolean).join(' ');
    return factLines(['事项', about], ...found.map(({ label, value }): [string, string] => [label, value]));
  }

  private found(origin: CorrectiveAction['origin'], originNo: string): Promise<string> {
    if (origin === 'case') return this.ofCase(originNo);
    return origin === 'audit' ? this.ofSupervision(originNo) : this.finding(originNo);
  }

  /** The case as it is now, with what its investigation and decision found. */
  private async ofCase(caseNo: string): Promise<string> {
    const { report, decision, settlement, causeCode } = await this.handlings.read(caseNo);
    const found = factLines(
      ['事实认定', report?.findings ?? decision?.finding ?? settlement?.finding ?? ''],
      ['原因', [nameOf(causeCode), report?.causeText].filter(Boolean).join('，')],
      ['处理意见', decision?.opinion ?? settlement?.explanation ?? ''],
      ['建议措施', report?.suggestedMeasures ?? ''],
    );
    return [caseText(await this.said.case(caseNo)), found].filter((part) => part !== '').join('\n');
  }

  /**
   * A file of the supervision office is sealed: of it come the figures of an audit, and what the office itself wrote for the department
   * that is to put it right, nothing else.
   */
  private async ofSupervision(supervisionNo: string): Promise<string> {
    const { manager } = this.database;
    const file = await this.supervisions.numbered(manager, supervisionNo);
    if (!file) return '';
    const sampled = (await this.records.latest(manager, file.subjectNo, SAMPLE))?.answers;
    const concluded = (await this.records.latest(manager, file.subjectNo, CONCLUDE))?.answers;
    return factLines(
      ['抽查', sampled ? sampleText(sampled['cases']) : ''],
      ['普遍性问题', shownText(concluded?.['systemicProblem'])],
    );
  }
}

/** How many files were looked at, how they scored, how many had findings. */
function sampleText(value: unknown): string {
  const cases = Array.isArray(value) ? (value as { score?: unknown; findings?: unknown }[]) : [];
  if (cases.length === 0) return '';
  const scores = cases.map(({ score }) => Number(score ?? 0));
  const mean = scores.reduce((sum, score) => sum + score, 0) / cases.length;
  const findings = cases.filter(({ findings: found }) => shownText(found) !== '').length;
  return `${cases.length} 件，平均 ${Math.round(mean * 10) / 10} 分，发现问题 ${findings} 件`;
}

function nameOf(causeCode: string | null): string {
  return CAUSE_NAMES[causeCode as keyof typeof CAUSE_NAMES]?.zh ?? '';
}
