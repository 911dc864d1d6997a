import { Injectable } from '@nestjs/common';
import { REVISION_TARGET_NAMES, type RevisionTarget } from '@huiying/contracts';
import { factLines, FormRecords, NO_RECORD, shownDay, shownText } from '@huiying/forms';
import { DataSource } from 'typeorm';
import type { Measure } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { completionText, measuresText } from '../screens/outcome-text.js';
import type { Said } from '../screens/said.js';
import { CorrectiveBook } from './corrective-book.js';
import { CorrectiveOrigins } from './corrective-origins.js';

const ANALYSE = 'corrective-action--analyse-cause';
export const PLAN = 'corrective-action--plan-action';
const APPROVE = 'corrective-action--approve-plan';
const VERIFY = 'corrective-action--verify-effect';
const CARRY_OUT = 'measure-follow-up--carry-out';
const STATES: Readonly<Record<Measure['state'], string>> = {
  proposed: '待批准',
  'in-force': '落实中',
  done: '待验证',
  closed: '已完成',
};

/** What the forms of a corrective action show: origin, analysis, plan, how its measures stand, what was said before. */
@Injectable()
export class CorrectiveScreens {
  constructor(
    private readonly actions: CorrectiveBook,
    private readonly records: FormRecords,
    private readonly measures: MeasureBook,
    private readonly origins: CorrectiveOrigins,
    private readonly database: DataSource,
  ) {}

  /** 来源: what was found, and where. */
  async origin(actionNo: string): Promise<string> {
    return this.origins.text(await this.actions.get(this.database.manager, actionNo));
  }

  async analysis(actionNo: string): Promise<string> {
    const said = await this.said(actionNo, ANALYSE);
    return factLines(
      ['问题', shownText(said?.['problem'])],
      ['根本原因', shownText(said?.['rootCause'])],
      ['是否普遍', shownText(said?.['widespread'])],
    );
  }

  /** 措施, each with how it stands. */
  async plan(actionNo: string): Promise<string> {
    const record = await this.records.latest(this.database.manager, actionNo, PLAN);
    if (!record) return NO_RECORD;
    const measures = await this.measures.ofTask(this.database.manager, record.taskId);
    const corrective = (Array.isArray(record.answers['corrective']) ? record.answers['corrective'] : []).length;
    const part = async (title: string, some: readonly Measure[]) =>
      some.length === 0 ? '' : [title, measuresText(some), ...(await this.states(some))].join('\n');
    return [
      await part('纠正措施', measures.slice(0, corrective)),
      await part('预防措施', measures.slice(corrective)),
      factLines(
        ['计划完成日', shownDay(record.answers['completeOn'])],
        ['要修订的制度', ruleName(record.answers['rule'])],
      ),
    ]
      .filter((one) => one !== '' && one !== NO_RECORD)
      .join('\n');
  }

  /** Why the plan came back. */
  async rejected(actionNo: string): Promise<string> {
    const said = await this.said(actionNo, APPROVE);
    return said && shownText(said['approved']) === '否'
      ? factLines(['审批未通过', shownText(said['opinion'])])
      : NO_RECORD;
  }

  /** Why the cause is looked for again. */
  async ineffective(actionNo: string): Promise<string> {
    const said = await this.said(actionNo, VERIFY);
    if (!said || shownText(said['effective']) !== '否') return NO_RECORD;
    return [
      factLines(['上次验证无效', shownText(said['evidence'])]),
      '上次原因分析',
      await this.analysis(actionNo),
      '上次措施',
      await this.plan(actionNo),
    ].join('\n');
  }

  /** The plan that was not approved, to be mended and not written anew; undefined where none was. */
  async returned(actionNo: string): Promise<Said> {
    const isBack = (await this.rejected(actionNo)) !== NO_RECORD;
    return isBack ? this.said(actionNo, PLAN) : undefined;
  }

  /** How each measure stands, and how it was completed. */
  private states(measures: readonly Measure[]): Promise<string[]> {
    return Promise.all(
      measures.map(async ({ measureNo, state }, place) => {
        const done = await this.said(measureNo, CARRY_OUT);
        const told = done ? `：${completionText(done).replaceAll('\n', '，')}` : '';
        return `措施 ${place + 1} ${STATES[state]}${told}`;
      }),
    );
  }

  private async said(actionNo: string, formId: string): Promise<Said> {
    return (await this.records.latest(this.database.manager, actionNo, formId))?.answers;
  }
}

/** Name of a document of the rulebook; what was written before there was a choice stays as it is. */
function ruleName(rule: unknown): string {
  const said = shownText(rule);
  return Object.hasOwn(REVISION_TARGET_NAMES, said) ? REVISION_TARGET_NAMES[said as RevisionTarget].zh : said;
}
