import { Injectable } from '@nestjs/common';
import { CAUSE_NAMES, CORRECTIVE_ORIGIN_NAMES } from '@huiying/contracts';
import { FormRecords } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import { DataSource } from 'typeorm';
import type { Measure } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { caseText, day, lines, measuresText, NONE, type Said, text } from '../screens/screen-text.js';
import { CorrectiveBook } from './corrective-book.js';

const ANALYSE = 'corrective-action--analyse-cause';
export const PLAN = 'corrective-action--plan-action';
const APPROVE = 'corrective-action--approve-plan';
const VERIFY = 'corrective-action--verify-effect';
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
    private readonly facts: CaseFacts,
    private readonly database: DataSource,
  ) {}

  async origin(actionNo: string): Promise<string> {
    const { origin, originNo, causeCode } = await this.actions.get(this.database.manager, actionNo);
    const head = lines(
      ['编号', actionNo],
      ['来源', `${CORRECTIVE_ORIGIN_NAMES[origin].zh} ${originNo}`],
      ['原因', causeCode ? CAUSE_NAMES[causeCode].zh : ''],
    );
    // A supervision file is sealed: its number stands here, nothing of what it says.
    if (origin !== 'case') return head;
    const [now, registration] = await Promise.all([this.facts.now(originNo), this.facts.registration(originNo)]);
    return `${head}\n${caseText({ now, registration })}`;
  }

  async analysis(actionNo: string): Promise<string> {
    const said = await this.said(actionNo, ANALYSE);
    return lines(
      ['问题', text(said?.['problem'])],
      ['根本原因', text(said?.['rootCause'])],
      ['是否普遍', text(said?.['widespread'])],
    );
  }

  /** 措施, each with how it stands. */
  async plan(actionNo: string): Promise<string> {
    const record = await this.records.latest(this.database.manager, actionNo, PLAN);
    if (!record) return NONE;
    const measures = await this.measures.ofTask(this.database.manager, record.taskId);
    const corrective = (Array.isArray(record.answers['corrective']) ? record.answers['corrective'] : []).length;
    const part = (title: string, some: readonly Measure[]) =>
      some.length === 0 ? '' : `${title}\n${measuresText(some)}\n${some.map(stateOf).join('；')}`;
    return [
      part('纠正措施', measures.slice(0, corrective)),
      part('预防措施', measures.slice(corrective)),
      lines(['计划完成日', day(record.answers['completeOn'])], ['要修订的制度', text(record.answers['rule'])]),
    ]
      .filter((one) => one !== '' && one !== NONE)
      .join('\n');
  }

  /** Why the plan came back. */
  async rejected(actionNo: string): Promise<string> {
    const said = await this.said(actionNo, APPROVE);
    return said && text(said['approved']) === '否' ? lines(['审批未通过', text(said['opinion'])]) : NONE;
  }

  /** Why the cause is looked for again. */
  async ineffective(actionNo: string): Promise<string> {
    const said = await this.said(actionNo, VERIFY);
    return said && text(said['effective']) === '否' ? lines(['上次验证无效', text(said['evidence'])]) : NONE;
  }

  private async said(actionNo: string, formId: string): Promise<Said> {
    return (await this.records.latest(this.database.manager, actionNo, formId))?.answers;
  }
}

function stateOf({ state }: Measure, place: number): string {
  return `措施 ${place + 1} ${STATES[state]}`;
}
