import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  ROLE_NAMES,
  type Bilingual,
  type ContactLook,
  type FollowedCase,
  type FollowedMessage,
  type FollowedNotice,
  type NoticeTemplate,
  type Role,
} from '@huiying/contracts';
import { Clock, Directory } from '@huiying/platform';
import { dayOf, toLocalIso } from '@huiying/working-time';
import { NotesService, UNMASK_NOTE } from '../actions/notes.service.js';
import { CaseBook } from '../case/case-book.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { PersonalData } from '../case/personal-data.js';
import { diversionOf, diversionSentence } from '../notices/diversion-words.js';
import { NoticeFile } from '../notices/notice-file.js';
import { titleOf } from '../notices/templates/index.js';
import { authorityWords, dayWords, dayWordsEn, surname } from '../notices/words.js';
import { TimelineStore } from '../timeline/timeline.store.js';
import { ComplainantMessages, type MessageKind, type MessageRow } from './complainant-messages.js';
import { dutiesOf, isAnswerOwed, portalMay, statusOf, stepsOf, type FollowFacts } from './follow.decider.js';

/** The case as its complainant sees it (R01.6, console.md P4). */
@Injectable()
export class FollowService {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly personal: PersonalData,
    private readonly directory: Directory,
    private readonly notices: NoticeFile,
    private readonly said: ComplainantMessages,
    private readonly timeline: TimelineStore,
    private readonly notes: NotesService,
    private readonly clock: Clock,
  ) {}

  async follow(caseNo: string): Promise<FollowedCase> {
    const { manager } = this.database;
    const row = await this.book.read(caseNo);
    const [organisation, said, letters] = await Promise.all([
      this.directory.organisation(row.orgId),
      this.said.list(manager, caseNo),
      this.letters(manager, caseNo),
    ]);
    const ratings = said.filter(({ kind }) => kind === 'rating');
    const facts = factsOf(row, dayOf(this.clock.now()), ratings.length > 0);
    const may = portalMay(row.state, ratings.length, row.diversionReason === 'supplement-overdue');
    return {
      caseNo,
      organisation: organisation?.name ?? '',
      receivedAt: toLocalIso(row.receivedAt),
      replyBy: isAnswerOwed(facts) ? toLocalIso(row.replyBy) : null,
      subject: await this.personal.open(manager, row, 'subject'),
      description: (await this.personal.open(manager, row, 'description')) ?? '',
      status: statusOf(facts),
      duties: dutiesOf(facts, { supplement: row.supplementUntil, rating: row.reviewUntil }, ratings.length > 0),
      steps: stepsOf(row.state, await this.timeline.stepsOf(row)),
      notices: letters,
      messages: await this.messages(manager, caseNo, said, letters),
      owner: surname(row.ownerName),
      handledBy: row.handlerGroup ? groupName(row.handlerGroup).zh : null,
      rating: ratingOf(ratings, may.rate),
      may,
      reviewUntil: row.reviewUntil,
      reviewOver: facts.reviewOver,
      contactSeen: await this.contactSeen(manager, caseNo),
    };
  }

  private async letters(manager: EntityManager, caseNo: string): Promise<FollowedNotice[]> {
    const letters = (await this.notices.list(manager, caseNo)).filter(
      ({ inPortal, state }) => inPortal && state !== 'withdrawn',
    );
    return Promise.all(
      letters.map(async (notice) => ({
        id: notice.id,
        title: titleOf(notice),
        at: toLocalIso(notice.createdAt),
        text: await this.notices.open(manager, notice),
        outcome: OUTCOMES.has(notice.template),
      })),
    );
  }

  private async contactSeen(manager: EntityManager, caseNo: string): Promise<ContactLook[]> {
    const looks = (await this.notes.list(manager, caseNo)).filter(({ purpose }) => purpose === UNMASK_NOTE);
    const seen = looks.map(async ({ author_id, at, text_masked }): Promise<ContactLook> => {
      const person = await this.directory.person(author_id);
      const unit = person && (await this.directory.unit(person.unitId));
      return { at: toLocalIso(at), unit: unit?.name ?? '', reason: text_masked };
    });
    return (await Promise.all(seen)).toReversed();
  }

  private async messages(
    manager: EntityManager,
    caseNo: string,
    said: MessageRow[],
    letters: FollowedNotice[],
  ): Promise<FollowedMessage[]> {
    const incoming = said.map(async (message): Promise<FollowedMessage> => ({
      id: message.id,
      direction: 'in',
      kind: message.kind,
      at: toLocalIso(message.at),
      title: message.kind === 'rating' ? ratingTitle(message.score ?? 0) : MESSAGE_TITLES[message.kind],
      text: (await this.said.open(manager, caseNo, message)) ?? '',
      files: message.files,
    }));
    const outgoing = letters.map(({ outcome: _, ...letter }): FollowedMessage => ({
      ...letter,
      direction: 'out',
      kind: 'notice',
      files: 0,
    }));
    return [...(await Promise.all(incoming)), ...outgoing].sort((a, b) => a.at.localeCompare(b.at));
  }
}

const MESSAGE_TITLES: Record<Exclude<MessageKind, 'rating'>, Bilingual> = {
  supplement: { zh: '您补充的材料', en: 'What you added' },
  appeal: { zh: '您的复查申请', en: 'Your request for a review' },
  withdrawal: { zh: '您撤回了投诉', en: 'You withdrew the complaint' },
};

/** Letters whose result can be rated and objected to. */
const OUTCOMES: ReadonlySet<string> = new Set<NoticeTemplate>(['decision', 'outcome', 'closing', 'review-decision']);

/** What was chosen stands in the title: most ratings have no other words. */
function ratingTitle(score: number): Bilingual {
  if (score < 3) return { zh: '您的评价：不满意', en: 'Your rating: not satisfied' };
  if (score === 3) return { zh: '您的评价：基本满意', en: 'Your rating: mostly satisfied' };
  return { zh: '您的评价：满意', en: 'Your rating: satisfied' };
}

const groupName = (group: string): Bilingual =>
  ROLE_NAMES[group as Role] ?? { zh: '承办部门', en: 'the department in charge' };

const dayPair = (day: string | null): Bilingual | null =>
  day === null ? null : { zh: dayWords(day), en: dayWordsEn(day) };

function factsOf(row: ComplaintCase, today: string, rated: boolean): FollowFacts {
  const diversion = diversionOf(row.diversionReason);
  const replyBy = dayOf(row.replyBy);
  return {
    state: row.state,
    acceptBy: dayPair(row.acceptBy && dayOf(row.acceptBy)),
    replyBy: { zh: dayWords(replyBy), en: dayWordsEn(replyBy) },
    missing: row.missing,
    supplementUntil: dayPair(row.supplementUntil),
    diversion: diversion && {
      zh: diversionSentence(diversion.zh, 'zh', authorityWords(row.orgType)),
      en: diversionSentence(diversion.en, 'en', 'the authority in charge (12345)'),
    },
    department: row.handlerGroup ? groupName(row.handlerGroup) : null,
    measuresDone: row.measuresDone,
    measuresTotal: row.measuresTotal,
    reviewUntil: dayPair(row.reviewUntil),
    reviewOver: row.reviewUntil !== null && today > row.reviewUntil,
    rated,
    outerLimitMissed: row.outerLimitMissed,
  };
}

function ratingOf(ratings: MessageRow[], mayChange: boolean): FollowedCase['rating'] {
  const last = ratings.at(-1);
  return last ? { score: last.score ?? 0, at: toLocalIso(last.at), mayChange } : null;
}
