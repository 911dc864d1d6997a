import type { Bilingual, CaseState, FollowedDuty, FollowedStep } from '@huiying/contracts';
import { isOpen } from '../case/case-state.decider.js';

/** What the page of a complainant is made of; texts in words of console.md P4. */
export interface FollowFacts {
  state: CaseState;
  /** Words for dates and names, each null where there is none. */
  acceptBy: Bilingual | null;
  replyBy: Bilingual;
  missing: readonly string[];
  supplementUntil: Bilingual | null;
  /** What became of a case that is not accepted. */
  diversion: Bilingual | null;
  department: Bilingual | null;
  measuresDone: number;
  measuresTotal: number;
  reviewUntil: Bilingual | null;
  /** The time to ask for a review as of right is over (R04.12). */
  reviewOver: boolean;
  /** The result was rated already. */
  rated: boolean;
  outerLimitMissed: boolean;
}

/** The sentence of the state; no state id, no promise beyond a date. Pure. */
export function statusOf(facts: FollowFacts): Bilingual {
  const sentence = sentenceOf(facts);
  if (!facts.outerLimitMissed || !isOpen(facts.state)) return sentence;
  return {
    zh: `已超过原定的答复日期（${facts.replyBy.zh}），我们已督办，答复后会写在这里。${sentence.zh}`,
    en: `We have missed the promised date (${facts.replyBy.en}) and raised the matter; the answer will stand here. ${sentence.en}`,
  };
}

/** Does the date by which an answer was promised still say something? It does not once it passed, or there is an answer. */
export function isAnswerOwed({ state, outerLimitMissed }: Pick<FollowFacts, 'state' | 'outerLimitMissed'>): boolean {
  return !outerLimitMissed && isOpen(state) && !ANSWERED.includes(state);
}

/** The answer is there, the case not closed. */
const ANSWERED: readonly CaseState[] = ['awaiting-answer', 'reviewing'];

function sentenceOf(facts: FollowFacts): Bilingual {
  switch (facts.state) {
    case 'registered':
      return facts.acceptBy
        ? {
            zh: `我们已收到，${facts.acceptBy.zh}前告诉您是否受理。`,
            en: `We have received it and will tell you by ${facts.acceptBy.en} whether it is accepted.`,
          }
        : { zh: '我们已收到，正在审查。', en: 'We have received it and are looking into it.' };
    case 'supplementing':
      return {
        zh: `还缺：${facts.missing.join('、')}。请在${facts.supplementUntil?.zh ?? ''}前补充，这段时间不计入办理时限。`,
        en: `Still missing: ${facts.missing.join(', ')}. Please add it by ${facts.supplementUntil?.en ?? ''}; this time does not count.`,
      };
    case 'not-accepted':
      return facts.diversion ?? { zh: '没有受理，原因和其他途径见告知书。', en: 'Not accepted; see the notice.' };
    case 'accepted':
      return { zh: '已受理，正在安排承办部门。', en: 'Accepted; the department in charge is being chosen.' };
    case 'following-master':
      return {
        zh: '同一原因的投诉正在一并处理，结果会单独告诉您。',
        en: 'Complaints of the same cause are handled together; you will be told the result separately.',
      };
    case 'dispatched':
      return facts.outerLimitMissed
        ? {
            zh: `正由${facts.department?.zh ?? '承办部门'}办理。`,
            en: `Being handled by ${facts.department?.en ?? 'the department in charge'}.`,
          }
        : {
            zh: `已交${facts.department?.zh ?? '承办部门'}办理，${facts.replyBy.zh}前答复；需要延期的，会事先告诉您。`,
            en: `Handed to ${facts.department?.en ?? 'the department in charge'}; answered by ${facts.replyBy.en}, or you are told a new date before.`,
          };
    case 'investigating':
      return { zh: '正在调查核实，我们也会听取您的说明。', en: 'Being investigated; we will hear you as well.' };
    case 'mediating':
      return { zh: '正在为双方调解。', en: 'Being mediated between both sides.' };
    case 'decided':
      return { zh: '已作出处理决定，正在通知您。', en: 'Decided; you are being told.' };
    case 'rectifying':
      return {
        zh: facts.measuresTotal > 0 ? `正在落实，已完成${facts.measuresDone}/${facts.measuresTotal}项。` : '正在落实。',
        en:
          facts.measuresTotal > 0
            ? `Measures under way, ${facts.measuresDone}/${facts.measuresTotal} done.`
            : 'Measures under way.',
      };
    case 'awaiting-answer':
      return resultSentence(facts);
    case 'reviewing':
      return {
        zh: '正在复查，由另一位负责人办理，复查决定会告诉您。',
        en: 'Being reviewed by another person; you will be told the decision.',
      };
    case 'archived':
      return { zh: '已办结。', en: 'Closed.' };
    case 'withdrawn':
      return { zh: '您已撤回。需要时可以重新投诉。', en: 'You withdrew it. You can file again when you need to.' };
  }
}

/** There is a result: what is asked of the complainant now, and until when it can be objected to. */
function resultSentence({ rated, reviewOver, reviewUntil }: FollowFacts): Bilingual {
  const asked: Bilingual = rated
    ? { zh: '已收到您的评价。', en: 'We have your rating.' }
    : { zh: '已有结果，请您评价。', en: 'There is a result; please rate it.' };
  if (reviewOver || reviewUntil === null) return asked;
  return {
    zh: `${asked.zh}对结果不满意的，${reviewUntil.zh}前可以申请复查。`,
    en: `${asked.en} If you are not satisfied you can ask for a review until ${reviewUntil.en}.`,
  };
}

/** What the complainant owes now. */
export function dutiesOf(
  { state, missing }: Pick<FollowFacts, 'state' | 'missing'>,
  until: { supplement: string | null; rating: string | null },
  rated: boolean,
): FollowedDuty[] {
  if (state === 'supplementing') return [dutyOf('supplement', missing, until.supplement)];
  if (state === 'awaiting-answer' && !rated) return [dutyOf('rating', [], until.rating)];
  return [];
}

const dutyOf = (duty: FollowedDuty['duty'], missing: readonly string[], until: string | null): FollowedDuty => ({
  duty,
  missing: [...missing],
  ...(until ? { until } : {}),
});

const STEPS = ['received', 'review', 'handling', 'result', 'rating', 'closed'] as const;
const STEP_TITLES: Record<(typeof STEPS)[number], Bilingual> = {
  received: { zh: '已收到', en: 'Received' },
  review: { zh: '受理审查', en: 'Review' },
  handling: { zh: '办理', en: 'Handling' },
  result: { zh: '出结果', en: 'Result' },
  rating: { zh: '您评价', en: 'Your rating' },
  closed: { zh: '结束', en: 'Closed' },
};
const STEP_OF: Record<CaseState, (typeof STEPS)[number]> = {
  registered: 'review',
  supplementing: 'review',
  'not-accepted': 'closed',
  accepted: 'handling',
  'following-master': 'handling',
  dispatched: 'handling',
  investigating: 'handling',
  mediating: 'handling',
  decided: 'result',
  rectifying: 'result',
  'awaiting-answer': 'rating',
  reviewing: 'rating',
  archived: 'closed',
  withdrawn: 'closed',
};

/** The six steps with their dates. A case that ended without being handled has only those that it went through. */
export function stepsOf(state: CaseState, known: Partial<Record<(typeof STEPS)[number], string>>): FollowedStep[] {
  // What was settled without a decision has its result with the letter about it.
  const begun = { ...known, result: known.result ?? known.rating };
  const current = STEP_OF[state];
  const at = STEPS.indexOf(current);
  const unhandled = state === 'not-accepted' || state === 'withdrawn';
  return STEPS.filter((step) => !unhandled || step === current || begun[step] !== undefined).map((step) => {
    const n = STEPS.indexOf(step);
    return {
      step,
      title: STEP_TITLES[step],
      state: n < at || (step === 'closed' && n === at) ? 'done' : n === at ? 'current' : 'open',
      ...(begun[step] && n <= at ? { at: begun[step] } : {}),
    };
  });
}

/** What may be done out of the portal, by state. */
export function portalMay(state: CaseState, ratings: number, abandoned: boolean) {
  const open = isOpen(state);
  return {
    supplement: open || abandoned,
    rate: state === 'awaiting-answer' && ratings < 2,
    appeal: state === 'awaiting-answer' || state === 'archived',
    withdraw: open,
  };
}
