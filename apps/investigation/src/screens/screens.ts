import { NO_RECORD, shownText } from '@huiying/forms';
import { Injectable } from '@nestjs/common';
import type { FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { ConsultationScreens } from '../consultation/consultation-screens.js';
import { HearingScreens } from '../fact-finding/hearing-screens.js';
import { SettlementsElsewhere } from '../handling/settlements-elsewhere.js';
import type { Measure } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { MeasureScreens } from '../measures/measure-screens.js';
import { MediationScreens } from '../mediation/mediation-screens.js';
import { CaseRecords } from '../records/case-records.js';
import { Handlings } from '../records/handlings.js';
import { isSupervision } from '../supervision/supervision.js';
import { SupervisionScreens } from '../supervision/supervision-screens.js';
import {
  againText,
  authorityReplyText,
  caseText,
  coordinationText,
  groundsText,
  orderText,
  problemText,
  ratingText,
  verificationText,
  windowText,
} from './case-text.js';
import { agreementText, reportText } from './finding-text.js';
import { decisionText, draftedText, outcomeText } from './outcome-text.js';
import { type Said } from './said.js';

const SIGN = 'complaint-handling--sign';
const TAKE_ORDER = 'department-handling--take-order';
const DEPUTY = 'department-handling--deputy-decides';
const EXPLAIN = 'department-handling--explain';
const NAME = 'investigation--name-investigator';
const EVIDENCE = 'investigation--collect-evidence';
const HEARINGS = ['investigation--hear-complainant', 'investigation--hear-respondent'] as const;
const REPORT = 'investigation--write-report';
const CONCLUSIONS = ['joint-consultation--conclude', 'joint-consultation--settle-difference'] as const;
const MEDIATE = 'mediation--mediate';
const DECIDE = 'decide-and-answer--decide';
const REPLY = 'decide-and-answer--write-reply';
const ADMIT = 'review-appeal--admit-review';
const RE_REVIEW = 'review-appeal--re-review';
const FOLLOW = 'review-appeal--follow-authority';
const COORDINATE = 'severity-review--coordinate-serious';
const VERIFY = 'feedback-closure--verify';
const APPROVE = 'feedback-closure--approve';

type Fields = Promise<Record<string, unknown>>;

/**
 * The read-only fields of this service's forms: what a person has to know of the case to fill the others in, without looking anywhere
 * else.
 */
@Injectable()
export class Screens {
  private readonly fields: Readonly<Record<string, (subject: FormSubject) => Fields>> = {
    [SIGN]: async ({ subjectNo }) => ({ summary: await this.orderOf(subjectNo) }),
    [TAKE_ORDER]: async ({ subjectNo }) => ({ order: await this.orderOf(subjectNo) }),
    [DEPUTY]: async ({ subjectNo }) => ({ order: await this.orderOf(subjectNo) }),
    [EXPLAIN]: async ({ subjectNo }) => ({
      facts: await this.orderOf(subjectNo),
      report: reportText(await this.said.said(subjectNo, REPORT), undefined),
    }),
    [NAME]: async ({ subjectNo }) => ({ file: await this.file(subjectNo) }),
    [EVIDENCE]: ({ subjectNo }) => this.toInvestigate(subjectNo),
    [HEARINGS[0]]: ({ subjectNo }) => this.toInvestigate(subjectNo),
    [HEARINGS[1]]: ({ subjectNo }) => this.toInvestigate(subjectNo),
    [REPORT]: async ({ subjectNo }) => ({
      ...(await this.toInvestigate(subjectNo)),
      hearings: await this.hearings.text(subjectNo),
    }),
    'joint-consultation--give-opinion': (subject) => this.consultations.opinion(subject),
    [CONCLUSIONS[0]]: (subject) => this.consultations.opinions(subject),
    [CONCLUSIONS[1]]: (subject) => this.consultations.opinions(subject),
    'mediation--ask-willingness': (subject) => this.mediations.of(subject),
    [MEDIATE]: (subject) => this.mediations.of(subject),
    [DECIDE]: ({ subjectNo }) => this.toDecide(subjectNo),
    [REPLY]: ({ subjectNo }) => this.outcome(subjectNo),
    'measure-follow-up--carry-out': ({ subjectNo }) => this.measured.carryOut(subjectNo),
    'measure-follow-up--verify-measure': ({ subjectNo }) => this.measured.verify(subjectNo),
    [VERIFY]: ({ subjectNo }) => this.outcome(subjectNo),
    [APPROVE]: async ({ subjectNo }) => ({
      ...(await this.outcome(subjectNo)),
      verification: verificationText(await this.said.said(subjectNo, VERIFY)),
    }),
    [ADMIT]: async ({ subjectNo }) => ({
      ...(await this.decided(subjectNo)),
      window: windowText((await this.said.case(subjectNo)).registration),
    }),
    [RE_REVIEW]: async ({ subjectNo }) => ({
      ...(await this.decided(subjectNo)),
      report: reportText(await this.said.latest(subjectNo, REPORT), undefined),
      hearings: await this.hearings.text(subjectNo),
      grounds: groundsText(await this.said.latest(subjectNo, ADMIT)),
    }),
    [FOLLOW]: async ({ subjectNo }) => {
      const { registration } = await this.said.case(subjectNo);
      const admitted = await this.said.latest(subjectNo, ADMIT);
      return {
        ...(await this.decided(subjectNo)),
        grounds: groundsText(admitted),
        reply: authorityReplyText(registration.authorityReply, admitted),
      };
    },
    [COORDINATE]: async ({ subjectNo }) => ({ problem: problemText(await this.said.case(subjectNo)) }),
    'severity-review--gm-decides': async ({ subjectNo }) => ({
      problem: problemText(await this.said.case(subjectNo)),
      coordination: coordinationText(await this.said.latest(subjectNo, COORDINATE)),
    }),
  };

  constructor(
    private readonly said: CaseRecords,
    private readonly hearings: HearingScreens,
    private readonly consultations: ConsultationScreens,
    private readonly mediations: MediationScreens,
    private readonly measured: MeasureScreens,
    private readonly supervised: SupervisionScreens,
    private readonly handlings: Handlings,
    private readonly measures: MeasureBook,
    private readonly elsewhere: SettlementsElsewhere,
    private readonly database: DataSource,
  ) {}

  async of(subject: FormSubject): Fields {
    return (await this.fields[subject.formId]?.(subject)) ?? {};
  }

  /** The measures that a decider may adopt: those of the decision before, else of the mediation, else of the consultation. */
  async proposed(caseNo: string): Promise<Measure[]> {
    for (const forms of [[DECIDE], [MEDIATE], CONCLUSIONS]) {
      const record = await this.said.inRound(caseNo, ...forms);
      const measures = record ? await this.measures.ofTask(this.database.manager, record.taskId) : [];
      if (measures.length > 0) return measures;
    }
    return [];
  }

  /** 工作单: the case, who ordered what, what the department said of it, and why it is handled again. */
  private async orderOf(caseNo: string): Promise<string> {
    const again = againText(await this.said.latest(caseNo, RE_REVIEW, FOLLOW), await this.said.latest(caseNo, APPROVE));
    return orderText(await this.said.case(caseNo), {
      sign: await this.said.latest(caseNo, SIGN),
      taken: await this.said.said(caseNo, TAKE_ORDER),
      deputy: await this.said.said(caseNo, DEPUTY),
      again,
    });
  }

  /** 案卷 of whoever investigates: of a case its order, of the supervision office its file. */
  private file(subjectNo: string): Promise<string> {
    return isSupervision(subjectNo) ? this.supervised.file(subjectNo) : this.orderOf(subjectNo);
  }

  private async toInvestigate(subjectNo: string): Fields {
    const named = await this.said.said(subjectNo, NAME);
    return { file: await this.file(subjectNo), outline: shownText(named?.['outline']) || NO_RECORD };
  }

  private async toDecide(caseNo: string): Fields {
    const mediation = await this.said.inRound(caseNo, MEDIATE);
    const agreed = mediation ? await this.measures.ofTask(this.database.manager, mediation.taskId) : [];
    return {
      facts: await this.orderOf(caseNo),
      hearings: await this.hearings.text(caseNo),
      report: reportText(await this.said.said(caseNo, REPORT), await this.settled(caseNo)),
      agreement: agreementText(mediation?.answers, agreed),
      // Above the limit of who decided first: the next one reads what was going to be decided (R10.2).
      earlier: draftedText(await this.said.said(caseNo, DECIDE)),
    };
  }

  private async outcome(caseNo: string): Fields {
    const decision = await this.said.said(caseNo, DECIDE);
    const reply = await this.said.said(caseNo, REPLY);
    const measures = await this.inForce(caseNo);
    const found = await this.said.case(caseNo);
    return {
      facts: caseText(found),
      outcomeText: outcomeText(decision, await this.settled(caseNo), reply, measures),
      rating: ratingText(found.registration),
    };
  }

  /** What a review is about: the result of the round that was told, not one of a round before. */
  private async decided(caseNo: string): Fields {
    const decision = await this.said.said(caseNo, DECIDE);
    return {
      caseFacts: caseText(await this.said.case(caseNo)),
      decision: decisionText(decision, await this.settled(caseNo), await this.inForce(caseNo)),
    };
  }

  private async inForce(caseNo: string): Promise<Measure[]> {
    const measures = await this.measures.ofCase(this.database.manager, caseNo);
    return measures.filter(({ state }) => state !== 'proposed');
  }

  /** What settled the case in this round without a decision: 解释说明, or 〔结论〕 of the order. */
  private async settled(caseNo: string): Promise<Said> {
    const said = (await this.said.said(caseNo, EXPLAIN)) ?? (await this.said.said(caseNo, TAKE_ORDER));
    return said?.['findings'] ? said : this.soldOf(caseNo);
  }

  /** What the sales ladder settled in this round, which intake keeps, or a store, a survey or a repair, which other services keep. */
  private async soldOf(caseNo: string): Promise<Said> {
    const handling = await this.handlings.find(this.database.manager, caseNo);
    if (!handling) return undefined;
    const { settlement } = (await this.said.case(caseNo)).registration;
    if (settlement?.round === handling.round) return { ...settlement };
    const other = await this.elsewhere.of(handling);
    return other ? { ...other } : undefined;
  }
}
