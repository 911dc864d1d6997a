import { Injectable } from '@nestjs/common';
import { answerText, Answers, FormRecords, type FormRecord } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { yuanOf } from '../case/figures.js';
import { PersonalData } from '../case/personal-data.js';
import { groupOfLevel } from './ladder.decider.js';
import { recordText, type Demand, type LadderStep } from './sales-text.js';
import { WorkOrders } from './work-orders.js';

const HANDLE = 'sales-complaint--handle';
const FEEDBACK = 'sales-complaint--give-feedback';
const SUPERIOR = 'sales-complaint--superior-decides';

/** What settled a sales complaint, for letters, the decider and the figures of causes (R03.11). */
export interface Settlement {
  /** Round of handling that it settled. */
  round: number;
  findings: string;
  basis: string;
  bothStatements: string;
  causeCode: string;
  causeText: string;
  payFen: number | null;
  agreed: boolean | null;
  /** What the customer was told then; null before 反馈答复. */
  told: string | null;
}

/** 客户投诉处理记录: what was said about a sales complaint so far, for whoever handles it next. */
@Injectable()
export class SalesRecord {
  constructor(
    private readonly records: FormRecords,
    private readonly orders: WorkOrders,
    private readonly personal: PersonalData,
    private readonly facts: CaseFacts,
  ) {}

  async text(manager: EntityManager, row: ComplaintCase): Promise<string> {
    const masked = this.personal.masked(row);
    const demands = await this.records.all(manager, { subjectNo: row.caseNo }, SUPERIOR);
    return recordText({
      found: { ...row, ...masked, amountYuan: yuanOf(row.amountFen) },
      steps: await this.steps(manager, row),
      handling: await this.facts.handling(row.caseNo),
      demands: demands.map(demandOf),
    });
  }

  /** The newest 〔结论〕 of the ladder, or null while nobody settled it. */
  async settlement(manager: EntityManager, caseNo: string): Promise<Settlement | null> {
    const settled = await this.records.latest(manager, caseNo, HANDLE);
    if (settled?.answers['action'] !== 'settle') return null;
    const said = new Answers(settled.answers);
    const feedback = await this.records.latest(manager, caseNo, FEEDBACK);
    const isTold = feedback !== undefined && feedback.completedAt >= settled.completedAt;
    return {
      round: settled.round,
      findings: textOf(settled, 'findings'),
      basis: textOf(settled, 'basis'),
      bothStatements: textOf(settled, 'bothStatements'),
      causeCode: textOf(settled, 'causeCode'),
      causeText: textOf(settled, 'causeText'),
      payFen: said.fen('payFen'),
      agreed: said.flag('agreed'),
      told: isTold ? textOf(feedback, 'opinion') : null,
    };
  }

  /** What the newest 投诉工作处理单 asks the departments, by the post whose level issued it; null while none was (R07.5). */
  async departmentOrder(manager: EntityManager, caseNo: string): Promise<{ demand: string; askedBy: string } | null> {
    const orders = await this.orders.list(manager, caseNo);
    const order = orders.filter(({ purpose }) => purpose === 'departments').at(-1);
    if (!order) return null;
    const asked = await this.records.all(manager, { subjectNo: caseNo }, HANDLE);
    const said = asked.find(({ taskId }) => taskId === order.taskId);
    return { demand: said ? textOf(said, 'opinion') : '', askedBy: groupOfLevel(order.level) };
  }

  private async steps(manager: EntityManager, row: ComplaintCase): Promise<LadderStep[]> {
    const orders = await this.orders.list(manager, row.caseNo);
    const steps: LadderStep[] = [];
    for (let round = Math.min(1, row.round); round <= row.round; round++) {
      let level = 1;
      for (const record of await this.records.all(manager, { caseNo: row.caseNo, round }, HANDLE)) {
        level = orders.find(({ taskId }) => taskId === record.taskId)?.level ?? level;
        steps.push({ level, on: dayOf(record.completedAt), said: record.answers });
        if (record.answers['action'] === 'climb') level += 1;
      }
    }
    return steps;
  }
}

const textOf = ({ answers }: FormRecord, key: string): string => answerText(answers[key]);

function demandOf(record: FormRecord): Demand {
  return { on: dayOf(record.completedAt), demand: textOf(record, 'demand') };
}
