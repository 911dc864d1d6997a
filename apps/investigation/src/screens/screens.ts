import { Injectable } from '@nestjs/common';
import { type FormRecord, FormRecords, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { Consultations, silentOf } from '../consultation/consultations.js';
import type { Measure } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { CaseFacts, caseNoOf } from '@huiying/service';
import { SettlementsElsewhere } from '../handling/settlements-elsewhere.js';
import { InvestigatedFiles } from '../fact-finding/investigated-files.js';
import { isSupervision } from '../supervision/supervision.js';
import { Handlings } from '../records/handlings.js';
import * as screen from './screen-text.js';

const SIGN = 'complaint-handling--sign';
const TAKE_ORDER = 'department-handling--take-order';
const DEPUTY = 'department-handling--deputy-decides';
const EXPLAIN = 'department-handling--explain';
const EVIDENCE = 'investigation--collect-evidence';
const HEARINGS = {
  complainant: 'investigation--hear-complainant',
  respondent: 'investigation--hear-respondent',
} as const;
const REPORT = 'investigation--write-report';
const OPINION = 'joint-consultation--give-opinion';
const CONCLUDE = 'joint-consultation--conclude';
const MEDIATE = 'mediation--mediate';
const DECIDE = 'decide-and-answer--decide';
const REPLY = 'decide-and-answer--write-reply';
const CARRY_OUT = 'measure-follow-up--carry-out';
const VERIFY_MEASURE = 'measure-follow-up--verify-measure';
const ADMIT = 'review-appeal--admit-review';
const REVIEWS = ['review-appeal--re-review', 'review-appeal--follow-authority'];
const COORDINATE = 'severity-review--coordinate-serious';
const VERIFY = 'feedback-closure--verify';
const APPROVE = 'feedback-closure--approve';

type Fields = Promise<Record<string, unknown>>;

/** The read-only fields of this service's forms: what a person has to know of the case to fill the others in. */
@Injectable()
export class Screens {
  private readonly fields: Readonly<Record<string, (subject: FormSubject) => Fields>> = {
    [SIGN]: async ({ subjectNo }) => ({ summary: screen.caseText(await this.case(subjectNo)) }),
    [TAKE_ORDER]: ({ subjectNo }) => this.order(subjectNo),
    [DEPUTY]: ({ subjectNo }) => this.order(subjectNo),
    [EXPLAIN]: async ({ subjectNo }) => ({ report: screen.reportText(await this.said(subjectNo, REPORT), undefined) }),
    [REPORT]: ({ subjectNo }) => this.hearings(subjectNo),
    [OPINION]: async ({ subjectNo, group }) => ({
      department: screen.groupName(group),
      facts: screen.caseText(await this.case(subjectNo)),
    }),
    [CONCLUDE]: ({ subjectNo }) => this.opinions(subjectNo),
    'joint-consultation--settle-difference': ({ subjectNo }) => this.opinions(subjectNo),
    [DECIDE]: ({ subjectNo }) => this.toDecide(subjectNo),
    [REPLY]: ({ subjectNo }) => this.outcome(subjectNo),
    [CARRY_OUT]: ({ subjectNo }) => this.measure(subjectNo),
    [VERIFY_MEASURE]: async ({ subjectNo }) => ({
      ...(await this.measure(subjectNo)),
      completion: screen.completionText(await this.latest(subjectNo, CARRY_OUT)),
    }),
    [VERIFY]: ({ subjectNo }) => this.outcome(subjectNo),
    [APPROVE]: async ({ subjectNo }) => ({
      ...(await this.outcome(subjectNo)),
      verification: screen.verificationText(await this.said(subjectNo, VERIFY)),
    }),
    [ADMIT]: ({ subjectNo }) => this.decided(subjectNo),
    'review-appeal--re-review': async ({ subjectNo }) => ({
      ...(await this.decided(subjectNo)),
      grounds: screen.groundsText(await this.latest(subjectNo, ADMIT)),
    }),
    'review-appeal--follow-authority': async ({ subjectNo }) => {
      const { authorityReply } = await this.facts.registration(caseNoOf(subjectNo));
      return { reply: screen.authorityReplyText(authorityReply, await this.latest(subjectNo, ADMIT)) };
    },
    [COORDINATE]: async ({ subjectNo }) => ({ problem: screen.problemText(await this.case(subjectNo)) }),
    'severity-review--gm-decides': async ({ subjectNo }) => ({
      problem: screen.problemText(await this.case(subjectNo)),
      coordination: screen.coordinationText(await this.latest(subjectNo, COORDINATE)),
    }),
  };

  constructor(
    private readonly records: FormRecords,
    private readonly handlings: Handlings,
    private readonly measures: MeasureBook,
    private readonly consultations: Consultations,
    private readonly facts: CaseFacts,
    private readonly files: InvestigatedFiles,
    private readonly elsewhere: SettlementsElsewhere,
    private readonly database: DataSource,
  ) {}

  async of(subject: FormSubject): Fields {
    return (await this.fields[subject.formId]?.(subject)) ?? {};
  }

  /** The measures that a decider may adopt: those of the decision before, else of the mediation, else of the consultation. */
  async proposed(caseNo: string): Promise<Measure[]> {
    for (const forms of [[DECIDE], [MEDIATE], [CONCLUDE, 'joint-consultation--settle-difference']]) {
      const record = await this.inRound(caseNo, ...forms);
      const measures = record ? await this.measures.ofTask(this.database.manager, record.taskId) : [];
      if (measures.length > 0) return measures;
    }
    return [];
  }

  private async case(subjectNo: string): Promise<screen.CaseOnScreen> {
    const caseNo = caseNoOf(subjectNo);
    const [now, registration] = await Promise.all([this.facts.now(caseNo), this.facts.registration(caseNo)]);
    return { now, registration };
  }

  private async order(caseNo: string): Fields {
    const sign = await this.latest(caseNo, SIGN);
    const deputy = await this.said(caseNo, DEPUTY);
    const again = screen.againText(await this.latest(caseNo, ...REVIEWS), await this.latest(caseNo, APPROVE));
    return { order: screen.orderText(await this.case(caseNo), sign, deputy, again) };
  }

  private async hearings(caseNo: string): Fields {
    const { manager } = this.database;
    const { anonymous } = await this.files.of(caseNo);
    const handling = await this.handlings.find(manager, caseNo);
    const evidence = await this.ofRound(caseNo, EVIDENCE);
    const complainant = await this.ofRound(caseNo, HEARINGS.complainant);
    const respondent = await this.ofRound(caseNo, HEARINGS.respondent);
    return {
      hearings: screen.hearingsText({
        evidence: evidence.map(({ answers }) => answers),
        hearings: [
          ...complainant.map(({ answers }) => ({ party: 'complainant' as const, said: answers })),
          ...respondent.map(({ answers }) => ({ party: 'respondent' as const, said: answers })),
        ],
        silent: handling?.silent ?? [],
        anonymous,
        conclusion: await this.said(caseNo, CONCLUDE),
      }),
    };
  }

  private async opinions(caseNo: string): Fields {
    const { manager } = this.database;
    const consultation = await this.consultations.open(manager, caseNo);
    if (!consultation) return {};
    const spoke = await this.consultations.spoke(manager, consultation.consultationId);
    const records = await this.ofRound(caseNo, OPINION);
    const opinions = records.flatMap(({ taskId, answers }) => {
      const department = spoke.get(taskId);
      return department ? [{ department, said: answers }] : [];
    });
    const conclusion = await this.said(caseNo, CONCLUDE);
    return { opinions: screen.opinionsText(opinions, silentOf(consultation), conclusion) };
  }

  private async toDecide(caseNo: string): Fields {
    const mediation = await this.inRound(caseNo, MEDIATE);
    const agreed = mediation ? await this.measures.ofTask(this.database.manager, mediation.taskId) : [];
    return {
      report: screen.reportText(await this.said(caseNo, REPORT), await this.settled(caseNo)),
      agreement: screen.agreementText(mediation?.answers, agreed),
    };
  }

  private async outcome(caseNo: string): Fields {
    const decision = await this.said(caseNo, DECIDE);
    const reply = await this.said(caseNo, REPLY);
    const measures = await this.inForce(caseNo);
    return { outcomeText: screen.outcomeText(decision, await this.settled(caseNo), reply, measures) };
  }

  private async decided(caseNo: string): Fields {
    const said = (await this.latest(caseNo, EXPLAIN)) ?? (await this.latest(caseNo, TAKE_ORDER));
    const settled = said ?? (await this.soldOf(caseNo));
    const decision = await this.latest(caseNo, DECIDE);
    return { decision: screen.decisionText(decision, settled, await this.inForce(caseNo)) };
  }

  private async measure(measureNo: string): Fields {
    const measure = await this.measures.find(this.database.manager, measureNo);
    return { measure: screen.measureText(measure, await this.latest(measureNo, VERIFY_MEASURE)) };
  }

  private async inForce(caseNo: string): Promise<Measure[]> {
    const measures = await this.measures.ofCase(this.database.manager, caseNo);
    return measures.filter(({ state }) => state !== 'proposed');
  }

  /** What settled the case in this round without a decision: 解释说明, or 〔结论〕 of the order. */
  private async settled(caseNo: string): Promise<screen.Said> {
    const said = (await this.said(caseNo, EXPLAIN)) ?? (await this.said(caseNo, TAKE_ORDER));
    return said?.['findings'] ? said : this.soldOf(caseNo);
  }

  /** What the sales ladder settled, which intake keeps, or a store, a survey or a repair, which other services keep. */
  private async soldOf(caseNo: string): Promise<screen.Said> {
    const { settlement } = await this.facts.registration(caseNo);
    if (settlement) return { ...settlement };
    const handling = await this.handlings.find(this.database.manager, caseNo);
    const other = await this.elsewhere.of(caseNo, handling?.handlingProcess);
    return other ? { ...other } : undefined;
  }

  /** Records of the case's present round, oldest first. */
  private async ofRound(caseNo: string, ...formIds: string[]): Promise<FormRecord[]> {
    const { manager } = this.database;
    if (isSupervision(caseNo)) return this.records.all(manager, { subjectNo: caseNo }, ...formIds);
    const round = await this.handlings.roundOf(manager, caseNo);
    return this.records.all(manager, { caseNo, round }, ...formIds);
  }

  private async inRound(caseNo: string, ...formIds: string[]): Promise<FormRecord | undefined> {
    return (await this.ofRound(caseNo, ...formIds)).at(-1);
  }

  private async said(caseNo: string, ...formIds: string[]): Promise<screen.Said> {
    return (await this.inRound(caseNo, ...formIds))?.answers;
  }

  private async latest(subjectNo: string, ...formIds: string[]): Promise<screen.Said> {
    return (await this.records.latest(this.database.manager, subjectNo, ...formIds))?.answers;
  }
}
