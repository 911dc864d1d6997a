import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = { archived: false, severity: 'general', amountYuan: null, handlerGroup: 'engineering', levelShift: 1 };
const asked = { route: 'review', inTime: true, severity: 'general', amountYuan: null };

describe('review-appeal', () => {
  it('R01.7 R10.2 a review is decided one level above the original decider', async () => {
    const { it: review, common } = await run('developer');
    await review.call('review-appeal', { ...common, ...input });
    expect(review.task('admit-review').who).toEqual(['review-office']);
    await review.complete('admit-review', asked);
    expect(review.task('re-review').who).toEqual(['region-executive']);
    expect(review.task('re-review').headers).toMatchObject({ deadlineRule: 'R01.7', review: 'true' });
    await review.complete('re-review', { reviewResult: 'upheld' });
    expect(review.did('investigation.issue-review-decision').variables).toMatchObject({ level: 2 });
    expect(review.notices).toEqual(['review-decision']);
    expect(review.value('reviewResult')).toBe('upheld');
    expect(review.over).toBe(true);
  });

  it.each([
    ['brokerage', 'general-manager'],
    ['property-company', 'deputy-general-manager'],
  ])('R10.2 R04.12 at a %s: reviewed by %s', async (orgType, decider) => {
    const { it: review, common } = await run(orgType);
    await review.call('review-appeal', { ...common, ...input });
    await review.complete('admit-review', asked);
    expect(review.task('re-review').who).toEqual([decider]);
  });

  it('R01.7 within a running case a changed result is only given back', async () => {
    const { it: review, common } = await run('developer');
    await review.call('review-appeal', { ...common, ...input });
    await review.complete('admit-review', asked);
    await review.complete('re-review', { reviewResult: 'changed' });
    expect(review.value('reviewResult')).toBe('changed');
    expect(review.times('intake.reopen-case')).toBe(0);
  });

  it('R04.12 late and not admitted: told with the reason and other routes', async () => {
    const { it: review, common } = await run('developer');
    await review.call('review-appeal', { ...common, ...input });
    await review.complete('admit-review', { ...asked, inTime: false, admitted: false });
    expect(review.notices).toEqual(['review-declined']);
    expect(review.value('reviewResult')).toBe('upheld');
    expect(review.over).toBe(true);
  });

  it('R04.12 late but admitted with a reason: reviewed', async () => {
    const { it: review, common } = await run('developer');
    await review.call('review-appeal', { ...common, ...input });
    await review.complete('admit-review', { ...asked, inTime: false, admitted: true });
    expect(review.tasks).toEqual(['re-review']);
  });

  it('R01.7 to the authority: recorded, its answer followed', async () => {
    const { it: review, common } = await run('developer');
    await review.call('review-appeal', { ...common, ...input });
    await review.complete('admit-review', { ...asked, route: 'authority' });
    expect(review.did('intake.record-appeal').headers).toMatchObject({ limits: 'R01.7#authority' });
    expect(review.tasks).toEqual([]);
    await review.publish('authority-replied');
    expect(review.task('follow-authority').who).toEqual(['review-office']);
    await review.complete('follow-authority', { reviewResult: 'revoked' });
    expect(review.notices).toEqual(['review-decision']);
    expect(review.value('reviewResult')).toBe('revoked');
  });

  it('R01.7 the authority is silent: the review office goes on', async () => {
    const { it: review, common } = await run('developer');
    await review.call('review-appeal', { ...common, ...input });
    await review.complete('admit-review', { ...asked, route: 'authority' });
    await review.reach('R01.7#authority');
    await review.complete('follow-authority', { reviewResult: 'upheld' });
    expect(review.over).toBe(true);
  });

  it('R01.7 R13.4 of an archived case, changed: handled again under its number', async () => {
    const { it: review, common, caseNo } = await run('developer');
    await review.start('start-review-appeal', { ...common, ...input, archived: true });
    await review.complete('admit-review', asked);
    await review.complete('re-review', { reviewResult: 'revoked' });
    expect(review.did('intake.reopen-case').variables).toMatchObject({ caseNo, reviewResult: 'revoked' });
    expect(review.over).toBe(true);
  });

  it('R01.7 of an archived case, upheld: stays archived', async () => {
    const { it: review, common } = await run('developer');
    await review.start('start-review-appeal', { ...common, ...input, archived: true });
    await review.complete('admit-review', asked);
    await review.complete('re-review', { reviewResult: 'upheld' });
    expect(review.times('intake.reopen-case')).toBe(0);
    expect(review.over).toBe(true);
  });
});

everyFlowOf('review-appeal');
