import { CASE_STATES } from '@huiying/contracts';
import { dutiesOf, isAnswerOwed, portalMay, statusOf, stepsOf, type FollowFacts } from './follow.decider.js';

const day = (zh: string) => ({ zh, en: '5 Mar 2026' });
const facts = (more: Partial<FollowFacts> = {}): FollowFacts => ({
  state: 'registered',
  acceptBy: day('3月5日'),
  replyBy: day('3月23日'),
  missing: [],
  supplementUntil: day('3月17日'),
  diversion: { zh: '本单位不予受理。', en: 'Not accepted.' },
  department: { zh: '客户服务部', en: 'Customer service' },
  measuresDone: 1,
  measuresTotal: 3,
  reviewUntil: day('4月14日'),
  reviewOver: false,
  rated: false,
  outerLimitMissed: false,
  ...more,
});

describe('what a complainant sees (R01.6)', () => {
  it.each(CASE_STATES)('says state %s in plain words, without its id', (state) => {
    const { zh, en } = statusOf(facts({ state }));
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(zh).not.toMatch(/[a-z]/i);
    expect(en).not.toContain('undefined');
  });

  it('names dates and figures', () => {
    expect(statusOf(facts()).zh).toBe('我们已收到，3月5日前告诉您是否受理。');
    expect(statusOf(facts({ state: 'rectifying' })).zh).toBe('正在落实，已完成1/3项。');
    expect(statusOf(facts({ state: 'supplementing', missing: ['照片', '合同'] })).zh).toContain('还缺：照片、合同');
  });

  it('says when the promised date was missed', () => {
    const late = statusOf(facts({ state: 'dispatched', outerLimitMissed: true })).zh;
    expect(late).toMatch(/^已超过原定的答复日期（3月23日）/);
    // The date that passed is promised to nobody again.
    expect(late.match(/3月23日/g)).toHaveLength(1);
    expect(statusOf(facts({ state: 'reviewing' })).zh).not.toContain('3月23日');
    for (const state of ['not-accepted', 'withdrawn', 'archived', 'awaiting-answer', 'reviewing'] as const)
      expect(isAnswerOwed({ state, outerLimitMissed: false })).toBe(false);
    expect(isAnswerOwed({ state: 'investigating', outerLimitMissed: false })).toBe(true);
    expect(isAnswerOwed({ state: 'investigating', outerLimitMissed: true })).toBe(false);
    expect(statusOf(facts({ state: 'archived', outerLimitMissed: true })).zh).toBe('已办结。');
  });

  it('asks for what is owed and nothing else', () => {
    const until = { supplement: '2026-03-17', rating: '2026-04-14' };
    expect(dutiesOf({ state: 'supplementing', missing: ['照片'] }, until, false)).toEqual([
      { duty: 'supplement', missing: ['照片'], until: '2026-03-17' },
    ]);
    expect(dutiesOf({ state: 'awaiting-answer', missing: [] }, until, false)).toMatchObject([{ duty: 'rating' }]);
    expect(dutiesOf({ state: 'awaiting-answer', missing: [] }, until, true)).toEqual([]);
    expect(dutiesOf({ state: 'accepted', missing: [] }, until, false)).toEqual([]);
  });

  it('shows six steps with the current one', () => {
    const steps = stepsOf('dispatched', { received: 'a', review: 'b', handling: 'c' });
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'current', 'open', 'open', 'open']);
    expect(stepsOf('awaiting-answer', { rating: 'r' }).find(({ step }) => step === 'result')?.at).toBe('r');
    expect(stepsOf('awaiting-answer', { result: 'd', rating: 'r' }).find(({ step }) => step === 'result')?.at).toBe(
      'd',
    );
    expect(stepsOf('archived', {}).every(({ state }) => state === 'done')).toBe(true);
  });

  it('R04.12 asks for no rating twice, and names no day for a review that is over', () => {
    const state = 'awaiting-answer';
    expect(statusOf(facts({ state })).zh).toBe('已有结果，请您评价。对结果不满意的，4月14日前可以申请复查。');
    expect(statusOf(facts({ state, rated: true })).zh).toBe('已收到您的评价。对结果不满意的，4月14日前可以申请复查。');
    expect(statusOf(facts({ state, rated: true, reviewOver: true })).zh).toBe('已收到您的评价。');
  });

  it('R01.6 shows of a case that was not accepted, or was withdrawn, only the steps that it went through', () => {
    const begun = { received: 'a', review: 'a', closed: 'z' };
    for (const state of ['not-accepted', 'withdrawn'] as const)
      expect(stepsOf(state, begun)).toMatchObject([
        { step: 'received', state: 'done', at: 'a' },
        { step: 'review', state: 'done', at: 'a' },
        { step: 'closed', state: 'done', at: 'z' },
      ]);
    expect(stepsOf('withdrawn', { ...begun, handling: 'h' }).map(({ step }) => step)).toEqual([
      'received',
      'review',
      'handling',
      'closed',
    ]);
  });

  it('refuses out of turn', () => {
    expect(portalMay('registered', 0, false)).toEqual({ supplement: true, rate: false, appeal: false, withdraw: true });
    expect(portalMay('awaiting-answer', 2, false).rate).toBe(false);
    expect(portalMay('archived', 0, false)).toEqual({ supplement: false, rate: false, appeal: true, withdraw: false });
    expect(portalMay('not-accepted', 0, true).supplement).toBe(true);
  });
});
