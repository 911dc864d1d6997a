import { Injectable } from '@nestjs/common';
import { type LimitId, LIMITS, MISCONDUCT_NAMES, ROLE_NAMES, SUPERVISION_ORIGIN_NAMES } from '@huiying/contracts';
import { factLines, FormRecords, groupName, NO_RECORD, shownText } from '@huiying/forms';
import { Directory } from '@huiying/platform';
import { CaseFacts, ViolationSchedule } from '@huiying/service';
import { DataSource } from 'typeorm';
import { HearingScreens } from '../fact-finding/hearing-screens.js';
import { MeasureBook } from '../measures/measure-book.js';
import { caseText } from '../screens/case-text.js';
import { reportText } from '../screens/finding-text.js';
import { measuresText } from '../screens/outcome-text.js';
import type { Said } from '../screens/said.js';
import type { Supervision } from './supervision.entity.js';
import { SupervisionBook } from './supervision-book.js';

const OPEN = 'supervision--open-file';
const SAMPLE = 'supervision--sample-cases';
const CONCLUDE = 'supervision--conclude';
const REPORT = 'investigation--write-report';

/** What the supervision office and the leader see of a file, for them alone. */
@Injectable()
export class SupervisionScreens {
  constructor(
    private readonly files: SupervisionBook,
    private readonly records: FormRecords,
    private readonly measures: MeasureBook,
    private readonly facts: CaseFacts,
    private readonly hearings: HearingScreens,
    private readonly directory: Directory,
    private readonly schedule: ViolationSchedule,
    private readonly database: DataSource,
  ) {}

  /** 来源: what led to the file, with the case as it is now. */
  async origin(subjectNo: string): Promise<string> {
    const { manager } = this.database;
    const file = await this.files.get(manager, subjectNo);
    const referral = await this.files.referral(manager, file);
    const by = referral && (await this.directory.person(referral.by));
    return factLines(
      ['稽查编号', file.supervisionNo],
      ['来源', SUPERVISION_ORIGIN_NAMES[file.origin].zh],
      ['转来人', by?.name ?? ''],
      ['转来理由', referral?.reason ?? ''],
      ['超期期限', limitName(file.limitId)],
      ['关联投诉', file.caseNo === null ? '' : await this.caseOf(file.caseNo)],
    );
  }

  /** 案卷: origin, what was registered, whom it is about. */
  async file(subjectNo: string): Promise<string> {
    const file = await this.files.get(this.database.manager, subjectNo);
    const opened = await this.said(subjectNo, OPEN);
    return [
      await this.origin(subjectNo),
      factLines(
        ['情形', file.misconduct ? MISCONDUCT_NAMES[file.misconduct].zh : ''],
        ['涉事', await this.respondent(file)],
        ['事实', shownText(opened?.['facts'])],
      ),
    ]
      .filter((part) => part !== NO_RECORD && part !== '')
      .join('\n');
  }

  /** 取证、陈述 and 调查报告, or what the audit found case by case. */
  async report(subjectNo: string): Promise<string> {
    const sampled = await this.said(subjectNo, SAMPLE);
    if (!sampled) {
      const reported = await this.said(subjectNo, REPORT);
      return reported ? `${await this.hearings.text(subjectNo)}\n${reportText(reported, undefined)}` : NO_RECORD;
    }
    const cases = (Array.isArray(sampled['cases']) ? sampled['cases'] : []) as Record<string, unknown>[];
    return [
      ...cases.map(({ caseNo, score, findings }) =>
        [shownText(caseNo), `${shownText(score)} 分`, shownText(findings)].filter(Boolean).join('，'),
      ),
      factLines(['抽查小结', shownText(sampled['summary'])]),
    ].join('\n');
  }

  /** 稽查结论 with its measures. */
  async conclusion(subjectNo: string): Promise<string> {
    const { manager } = this.database;
    const record = await this.records.latest(manager, subjectNo, CONCLUDE);
    if (!record) return NO_RECORD;
    const said = record.answers;
    const measures = await this.measures.ofTask(manager, record.taskId);
    return [
      factLines(
        ['是否属实或有问题', shownText(said['found'])],
        ['结论', shownText(said['conclusion'])],
        ['违规行为', this.violation(shownText(said['violationCode']))],
        ['是否普遍', shownText(said['systemic'])],
        ['普遍性问题', shownText(said['systemicProblem'])],
        ['纠正措施责任部门', groupName(said['responsibleGroup'])],
      ),
      measuresText(measures),
    ]
      .filter((part) => part !== '')
      .join('\n');
  }

  private async respondent({ respondentGroup, storeId, personId }: Supervision): Promise<string> {
    const store = storeId === null ? undefined : await this.directory.unit(storeId);
    const person = personId === null ? undefined : await this.directory.person(personId);
    const group = respondentGroup !== null && respondentGroup in ROLE_NAMES ? groupName(respondentGroup) : '';
    return [group, store?.name, person?.name].filter(Boolean).join(' ');
  }

  /** What the operator calls it now; the code of a row that is gone. */
  private violation(code: string): string {
    return this.schedule.offered().find(({ value }) => value === code)?.label ?? code;
  }

  private async caseOf(caseNo: string): Promise<string> {
    const [now, registration] = await Promise.all([this.facts.now(caseNo), this.facts.registration(caseNo)]);
    return `\n${caseText({ now, registration })}`;
  }

  private async said(subjectNo: string, formId: string): Promise<Said> {
    return (await this.records.latest(this.database.manager, subjectNo, formId))?.answers;
  }
}

function limitName(limitId: string | null): string {
  if (limitId === null) return '';
  return Object.hasOwn(LIMITS, limitId) ? `${LIMITS[limitId as LimitId].zh}（${limitId}）` : limitId;
}
