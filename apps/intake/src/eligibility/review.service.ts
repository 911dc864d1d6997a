import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SEALED_KINDS, TOPIC_NAMES, type Topic } from '@huiying/contracts';
import type { CheckedForm, FormAnswers } from '@huiying/forms';
import { mask } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import { CaseBook } from '../case/case-book.js';
import { respondentsOf } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { answerOf, departmentCount, fenOf, householdsOf, yuanOf } from '../case/figures.js';
import { PersonalData } from '../case/personal-data.js';
import { placeFacts } from '../case/place-facts.js';
import { Households } from '../links/households.js';
import { refuseLink } from '../links/links.decider.js';
import { KnownProjects } from '../registration/known-projects.js';
import { Suggestions } from '../registration/suggestions.js';
import { readReview, type ReviewAnswers } from './review-answers.js';
import { newestOf, openedWith } from './review-opened.js';
import { kindThatCounts, refuseReview } from './review.decider.js';
import { ReviewOffers } from './review-offers.js';

const isSealed = (kind: string | null): boolean => (SEALED_KINDS as readonly (string | null)[]).includes(kind);

/** What the form shows: 房屋质量（渗水、裂缝）. */
function suggestionWords({ suggestedTopic, suggestedWords }: ComplaintCase): string {
  const topic = suggestedTopic ? TOPIC_NAMES[suggestedTopic as Topic].zh : TOPIC_NAMES.none.zh;
  return suggestedWords.length > 0 ? `${topic}（${suggestedWords.join('、')}）` : topic;
}

/** 初步审查 (R04.4): what the form starts with, what the rules refuse, and what the case becomes of it. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly households: Households,
    private readonly projects: KnownProjects,
    private readonly suggestions: Suggestions,
    private readonly models: PublishedModels,
    private readonly offers: ReviewOffers,
  ) {}

  async start(caseNo: string, actorId: string): Promise<Record<string, unknown>> {
    const row = await this.refreshed(caseNo);
    const { subject, description, demand } = this.personal.masked(row);
    const kind = row.kind ?? row.suggestedKind;
    const opened = openedWith(row);
    return {
      caseNo,
      subject,
      description,
      demand,
      topic: row.topic ?? row.suggestedTopic ?? 'none',
      suggestion: suggestionWords(row),
      kind,
      evidenced: kind === 'construction-quality' || kind === 'after-sales' ? true : undefined,
      scope: 'own',
      valid: true,
      respondentType: row.respondentType,
      respondentGroup: row.respondentGroup,
      ...(await this.offers.of(row, actorId)),
      ...opened,
      opened,
    };
  }

  async check(data: FormAnswers, caseNo: string): Promise<CheckedForm> {
    const row = await this.refreshed(caseNo);
    const read = readReview(data);
    if (read.errors.length > 0) return { errors: read.errors };
    const answers = newestOf(read.answers, data['opened'], row);
    const kindOfTopic = this.suggestions.kindOf(answers.topic, row.orgType, answers.respondentType);
    const kind = kindThatCounts(answers, kindOfTopic);
    const admission = this.admission(row, answers, kind);
    const refusals = refuseReview(answers, { kindOfTopic, admission });
    refusals.push(...(await this.refuseMaster(row, answers)));
    if (refusals.length > 0) return { errors: refusals };
    if (admission === 'supplement') await this.keepMissing(caseNo, answers.missing);
    return { variables: await this.variables(row, answers, kind) };
  }

  /** Writes a completed review into the case; in the transaction of the event or of the job that needs it first. */
  async apply(manager: EntityManager, row: ComplaintCase, data: FormAnswers, actorId: string): Promise<void> {
    const answers = newestOf(readReview(data).answers, data['opened'], row);
    const kind = kindThatCounts(answers, this.suggestions.kindOf(answers.topic, row.orgType, answers.respondentType));
    const known = await this.personal.known(manager, row);
    const { households: declared, masterNo: master } = row;
    const sealed = isSealed(kind);
    const asked = this.admission(row, answers, kind) === 'supplement';
    const texts = answers.authorities ? { authorities: answers.authorities } : {};
    await this.book.change(manager, row, {
      // A sealed kind never stands on the case: it is on its way to another procedure.
      ...(sealed
        ? { kind: null, topic: null, suggestedKind: null, suggestedTopic: null, suggestedWords: [] }
        : { kind, topic: answers.topic }),
      // What is accepted or diverted is said by the job behind the review, a supplement by nobody else.
      admission: asked ? 'supplement' : row.admission,
      missing: answers.missing.map((item) => mask.freeText(item, known)),
      respondentType: answers.respondentType,
      respondentGroup: sealed ? [] : answers.respondentGroup,
      ...(answers.amountYuan === null ? {} : { amountFen: fenOf(answers.amountYuan) }),
      ...(answers.households === null ? {} : { households: answers.households }),
      proceedings: answers.proceedings,
      keyCustomer: answers.keyCustomer,
      dangerToPersons: answerOf(answers.dangerToPersons),
      disturbsOperation: answerOf(answers.disturbsOperation),
      harmsStanding: answerOf(answers.harmsStanding),
      complexFlag: answers.complexFlag,
      mediaExposure: answers.mediaExposure,
      personal: await this.personal.columns(manager, row.caseNo, texts, known),
    });
    await this.relink(manager, row, answers.masterNo, actorId);
    if (row.masterNo === master && row.households !== declared) await this.households.recount(manager, row);
  }

  private async relink(
    manager: EntityManager,
    row: ComplaintCase,
    masterNo: string | null,
    actorId: string,
  ): Promise<void> {
    const cause = { form: 'eligibility-check--review-intake' } as const;
    if (masterNo === row.masterNo) return;
    if (row.masterNo) await this.households.part(manager, row, cause, actorId);
    if (masterNo) await this.households.join(manager, row, masterNo, undefined, cause, actorId);
  }

  /** Before the task completes: the letter of the next step may be written before the event of the completion is read. */
  private async keepMissing(caseNo: string, missing: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      const known = await this.personal.known(manager, row);
      await this.book.change(manager, row, { missing: missing.map((item) => mask.freeText(item, known)) });
    });
  }

  /** The case with the facts of its project as the register has them now. */
  private async refreshed(caseNo: string): Promise<ComplaintCase> {
    const before = await this.book.read(caseNo);
    const place = { project: before.project ?? undefined, building: before.building ?? undefined };
    const facts = await this.projects.facts(place.project, place.building);
    if (!facts) return before;
    return this.database.transaction(async (manager) => {
      const row = await this.book.lock(manager, caseNo);
      await this.book.change(manager, row, placeFacts(place, facts));
      return row;
    });
  }

  private admission(row: ComplaintCase, answers: ReviewAnswers, kind: string | null): string {
    const { scope, specific, evidenced, valid } = answers;
    const { orgType, phase, handoverOn, receivedOn } = row;
    const context = { kind, orgType, scope, specific, evidenced, valid, phase, handoverOn, receivedOn };
    const output = this.models.decisions().evaluate('eligibility', context).output as { admission?: string } | null;
    return output?.admission ?? 'accept';
  }

  private async refuseMaster(row: ComplaintCase, { masterNo }: ReviewAnswers) {
    if (masterNo === null || masterNo === row.masterNo) return [];
    const children = await this.book.children(row.caseNo);
    const refusal = refuseLink(row, await this.book.find(masterNo), children.length);
    return refusal ? [{ field: 'masterNo', code: refusal }] : [];
  }

  private async variables(row: ComplaintCase, answers: ReviewAnswers, kind: string | null) {
    const children = await this.book.children(row.caseNo);
    const own = { households: answers.households ?? row.households, sameHousehold: row.sameHousehold };
    return {
      topic: answers.topic,
      kind,
      specific: answers.specific,
      evidenced: answers.evidenced,
      valid: answers.valid,
      scope: answers.scope,
      respondentType: answers.respondentType,
      respondentGroup: answers.respondentGroup,
      respondents: respondentsOf(row),
      departmentCount: departmentCount(answers.respondentGroup),
      masterNo: answers.masterNo,
      amountYuan: answers.amountYuan ?? yuanOf(row.amountFen),
      households: householdsOf(own, children),
      proceedings: answers.proceedings,
      keyCustomer: answers.keyCustomer,
      dangerToPersons: answers.dangerToPersons,
      disturbsOperation: answers.disturbsOperation,
      harmsStanding: answers.harmsStanding,
      complexFlag: answers.complexFlag,
      phase: row.phase,
      handoverOn: row.handoverOn,
    };
  }
}
