import { Injectable } from '@nestjs/common';
import type {
  HandlingDecision,
  HandlingMeasure,
  HandlingMediation,
  HandlingReport,
  InternalHandling,
} from '@huiying/contracts';
import { Problem } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Measure } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { answerFlag, answerText, type FormRecord, FormRecords } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import { Consultations, silentOf } from '../consultation/consultations.js';
import { Handlings } from '../records/handlings.js';
import { type ElsewhereSettled, type Handled, SettlementsElsewhere } from './settlements-elsewhere.js';

interface DecisionRow {
  decision_id: string;
  round: number;
  task_id: string;
  level: number | null;
  amount_fen: string;
  issued_at: Date;
}

const REPLY = 'decide-and-answer--write-reply';
const REPORT = 'investigation--write-report';
const MEDIATE = 'mediation--mediate';
const REVIEWS = ['review-appeal--re-review', 'review-appeal--follow-authority'];
/** Forms that settle a case without a decision, 〔结论〕 and 解释说明. */
const SETTLEMENTS = ['department-handling--take-order', 'department-handling--explain'];

/** Puts together what was kept of a case: its decision, settlement, reply, review and measures. */
@Injectable()
export class HandlingReader {
  constructor(
    private readonly database: DataSource,
    private readonly handlings: Handlings,
    private readonly records: FormRecords,
    private readonly measures: MeasureBook,
    private readonly consultations: Consultations,
    private readonly elsewhere: SettlementsElsewhere,
    private readonly facts: CaseFacts,
  ) {}

  /** @throws Problem `handling-unknown`, kind missing, before the first dispatch, measure or review */
  async read(caseNo: string): Promise<InternalHandling> {
    const { manager } = this.database;
    const handling = await this.handlings.find(manager, caseNo);
    const measures = await this.measures.ofCase(manager, caseNo);
    // A child that followed its master was never dispatched, and may be reviewed.
    const review = await this.review(manager, caseNo);
    if (!handling && measures.length === 0 && !review) throw new Problem('handling-unknown', 'missing');
    const round = handling?.round ?? 0;
    const other = handling ? await this.elsewhere.of(handling) : undefined;
    return {
      caseNo,
      round,
      handlingProcess: handling?.handlingProcess ?? null,
      handlerGroup: handling?.handlerGroup ?? null,
      overseer: handling?.overseer ?? null,
      justified: handling?.justified ?? null,
      causeCode: handling?.causeCode ?? other?.causeCode ?? (await this.soldCause(handling)),
      malicious: null,
      report: await this.report(manager, caseNo, round),
      mediation: await this.mediation(manager, caseNo, round),
      decision: await this.decision(manager, caseNo),
      settlement: (await this.settlement(manager, caseNo, round)) ?? settledElsewhere(other),
      reply: await this.reply(manager, caseNo, round),
      consultation: await this.consultation(manager, caseNo, round),
      review,
      measures: measures.map(toView),
      correctiveActionNo: handling?.correctiveActionNo ?? null,
    };
  }

  private async decision(manager: EntityManager, caseNo: string): Promise<HandlingDecision | null> {
    const [row] = await manager.query<DecisionRow[]>(
      `SELECT decision_id, round, task_id, level, amount_fen, issued_at FROM decision WHERE case_no = $1
       ORDER BY issued_at DESC LIMIT 1`,
      [caseNo],
    );
    const said = row && (await this.records.ofTask(manager, row.task_id));
    if (!row || !said) return null;
    return {
      decisionId: row.decision_id,
      round: row.round,
      finding: answerText(said.answers['findings']),
      opinion: answerText(said.answers['ruling']),
      basis: answerText(said.answers['basis']),
      level: row.level,
      amountFen: Number(row.amount_fen),
      issuedAt: row.issued_at.toISOString(),
    };
  }

  private async settlement(
    manager: EntityManager,
    caseNo: string,
    round: number,
  ): Promise<InternalHandling['settlement']> {
    const said = await this.newest(manager, { caseNo, round }, ...SETTLEMENTS);
    if (!said || answerText(said.answers['findings']) === '') return null;
    const { findings, basis, policyBasis, explanation } = said.answers;
    return {
      finding: answerText(findings),
      basis: answerText(basis) || answerText(policyBasis),
      explanation: answerText(explanation) || null,
    };
  }

  private async report(manager: EntityManager, caseNo: string, round: number): Promise<HandlingReport | null> {
    const said = (await this.newest(manager, { caseNo, round }, REPORT))?.answers;
    if (!said) return null;
    return {
      findings: answerText(said['findings']),
      justified: answerText(said['justified']),
      conclusive: answerFlag(said['conclusive']),
      responsibleParty: answerText(said['responsibleParty']),
      fault: answerFlag(said['fault']),
      causeCode: answerText(said['causeCode']),
      causeText: answerText(said['causeText']),
      suggestedMeasures: answerText(said['suggestedMeasures']),
    };
  }

  private async mediation(manager: EntityManager, caseNo: string, round: number): Promise<HandlingMediation | null> {
    const said = await this.newest(manager, { caseNo, round }, MEDIATE);
    if (!said) return null;
    const { agreed, payFen, remark } = said.answers;
    const measures = await this.measures.ofTask(manager, said.taskId);
    return {
      agreed: answerFlag(agreed) === true,
      payFen: typeof payFen === 'number' ? payFen : null,
      remark: answerText(remark),
      measures: measures.map(({ description, plannedOn }) => `${description}，计划 ${plannedOn} 完成`),
    };
  }

  /** 原因代码 of what the sales ladder settled in the round, which intake keeps (R03.11). */
  private async soldCause(handling: Handled | null | undefined): Promise<string | null> {
    if (handling?.handlingProcess !== 'sales-complaint') return null;
    const { settlement } = await this.facts.registration(handling.caseNo);
    return settlement?.round === handling.round ? settlement.causeCode : null;
  }

  private async consultation(
    manager: EntityManager,
    caseNo: string,
    round: number,
  ): Promise<InternalHandling['consultation']> {
    const held = await this.consultations.ofRound(manager, caseNo, round);
    if (!held) return null;
    const spoke = await this.consultations.spoke(manager, held.consultationId);
    const opinions = (await this.records.ofTasks(manager, [...spoke.keys()])).map(({ taskId, answers }) => ({
      department: spoke.get(taskId) ?? '',
      opinion: answerText(answers['opinion']),
      completableOn: answerText(answers['completableOn']).slice(0, 10),
    }));
    const tasks = await this.consultations.minutes(manager, held.consultationId);
    const minutes = (await this.records.ofTasks(manager, tasks)).at(-1)?.answers;
    const conclusion = minutes ? answerText(minutes['ruling']) || answerText(minutes['conclusion']) : null;
    return { opinions, silent: silentOf(held), conclusion };
  }

  private async reply(manager: EntityManager, caseNo: string, round: number): Promise<InternalHandling['reply']> {
    const said = await this.newest(manager, { caseNo, round }, REPLY);
    return said ? { course: answerText(said.answers['process']), result: answerText(said.answers['result']) } : null;
  }

  private async review(manager: EntityManager, caseNo: string): Promise<InternalHandling['review']> {
    const said = await this.records.latest(manager, caseNo, ...REVIEWS);
    if (!said) return null;
    const finding = answerText(said.answers['facts']) || answerText(said.answers['authorityOpinion']);
    return { result: answerText(said.answers['reviewResult']), finding, decidedAt: said.completedAt.toISOString() };
  }

  /** What was said last in a round: that of a round before is no answer to this one. */
  private async newest(
    manager: EntityManager,
    about: { caseNo: string; round: number },
    ...formIds: string[]
  ): Promise<FormRecord | undefined> {
    return (await this.records.all(manager, about, ...formIds)).at(-1);
  }
}

function settledElsewhere(said: ElsewhereSettled | undefined): InternalHandling['settlement'] {
  return said ? { finding: said.findings, basis: said.basis, explanation: said.result } : null;
}

function toView(measure: Measure): HandlingMeasure {
  const { measureNo, type, group, description, plannedOn, amountFen, state, doneOn, closedOn } = measure;
  return { measureNo, type, group, description, plannedOn, amountFen, state, doneOn, closedOn };
}
