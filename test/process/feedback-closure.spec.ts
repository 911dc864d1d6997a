import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = {
  handlerGroup: 'engineering',
  handlingProcess: 'department-handling',
  severity: 'general',
  amountYuan: null,
  needsVerification: false,
  correctiveNeeded: false,
  decisionTold: false,
  escalated: null,
};

async function told(orgType: string, more = {}, workers = {}) {
  const { it: closure, common, caseNo } = await run(orgType, workers);
  await closure.call('feedback-closure', { ...common, ...input, ...more });
  return { closure, caseNo };
}

describe('feedback-closure', () => {
  it('R04.11 R04.12 R01.4 the outcome is told with its limit, children are answered, the window opens', async () => {
    const { closure } = await told('developer');
    expect(closure.times('intake.resolve-children')).toBe(1);
    expect(closure.notices).toEqual(['outcome']);
    expect(closure.did('intake.record-notice').variables).toMatchObject({ deadlineRule: 'R04.11' });
    expect(closure.did('tasklist.start-deadline').headers).toMatchObject({ limits: 'R04.12' });
    expect(closure.over).toBe(false);
  });

  it('R04.11 a decision that was told already: 办结告知书', async () => {
    const { closure } = await told('developer', { decisionTold: true });
    expect(closure.notices).toEqual(['closing']);
  });

  it('R04.12 silence in the window closes', async () => {
    const { closure } = await told('developer');
    await closure.reach('R04.12');
    expect(closure.over).toBe(true);
    expect([closure.value('redo'), closure.value('escalated')]).toEqual([false, null]);
  });

  it('R01.6 R08.6 满意 closes', async () => {
    const { closure } = await told('developer');
    await closure.publish('rating-received', { satisfied: true, score: 5, severity: 'general' });
    expect(closure.over).toBe(true);
    expect(closure.value('redo')).toBe(false);
  });

  it('R04.12 不满意: guidance is told while the window goes on; a later appeal is not lost', async () => {
    const { closure } = await told('developer', { channel: 'phone' });
    await closure.complete('tell-in-person');
    await closure.publish('rating-received', { satisfied: false, score: 1, severity: 'general' });
    expect(closure.task('tell-in-person').variables).toMatchObject({ noticeTemplate: 'remedies' });
    await closure.publish('appeal-received');
    expect(closure.tasks).toEqual(['tell-in-person', 'admit-review']);
    await closure.complete('tell-in-person');
    await closure.complete('admit-review', { route: 'review', inTime: true });
    await closure.complete('re-review', { reviewResult: 'upheld' });
    await closure.complete('tell-in-person');
    expect(closure.over).toBe(true);
    expect(closure.value('redo')).toBe(false);
  });

  it('R13.6 property company, major: 不满意 is handled again', async () => {
    const { closure } = await told('property-company');
    await closure.publish('rating-received', { satisfied: false, severity: 'major' });
    expect(closure.went('feedback-closure/redo')).toBe(true);
    expect([closure.value('redo'), closure.value('severity')]).toEqual([true, 'major']);
  });

  it('R13.6 property company, general: 不满意 gets the guidance only', async () => {
    const { closure } = await told('property-company');
    await closure.publish('rating-received', { satisfied: false, severity: 'general' });
    expect(closure.notices).toEqual(['outcome', 'remedies']);
    expect(closure.over).toBe(false);
  });

  it('R11.10 an agency case that never was at the region: 不满意 sends it there', async () => {
    const { closure } = await told('brokerage', { handlingProcess: 'agency-complaint' });
    await closure.publish('rating-received', { satisfied: false, severity: 'general' });
    expect([closure.value('redo'), closure.value('escalated')]).toEqual([true, 'dissatisfied']);
  });

  it.each([['late'], ['dissatisfied']])(
    'R11.10 one that was (%s): review guidance, no second time',
    async (escalated) => {
      const { closure } = await told('brokerage', { handlingProcess: 'agency-complaint', escalated });
      await closure.publish('rating-received', { satisfied: false, severity: 'general' });
      expect(closure.notices).toEqual(['outcome', 'remedies']);
      await closure.reach('R04.12');
      expect([closure.value('redo'), closure.value('escalated')]).toEqual([false, escalated]);
    },
  );

  it.each([['changed'], ['revoked']])('R01.7 a review that is %s: handled again', async (reviewResult) => {
    const { closure } = await told('developer');
    await closure.publish('appeal-received');
    await closure.complete('admit-review', { route: 'review', inTime: true });
    await closure.complete('re-review', { reviewResult });
    expect(closure.value('redo')).toBe(true);
  });

  it('R13.9 property company: verified by the deputy representative; the general manager declines, handled again', async () => {
    const { closure } = await told('property-company', { needsVerification: true });
    await closure.reach('R04.12');
    expect(closure.task('verify').who).toEqual(['deputy-management-representative']);
    expect(closure.task('verify').headers).toMatchObject({ deadlineRule: 'R13.9' });
    await closure.complete('verify', { passed: true });
    expect(closure.task('approve').who).toEqual(['general-manager', 'deputy-general-manager']);
    await closure.complete('approve', { approved: false });
    expect(closure.value('redo')).toBe(true);
  });

  it('R13.9 approved: closed', async () => {
    const { closure } = await told('property-company', { needsVerification: true });
    await closure.reach('R04.12');
    await closure.complete('verify', { passed: true });
    await closure.complete('approve', { approved: true });
    expect(closure.value('redo')).toBe(false);
    expect(closure.over).toBe(true);
  });

  it('R13.9 R10.6 developer: verified when the case is major by now', async () => {
    const { closure } = await told('developer');
    await closure.reach('R04.12', undefined, { severity: 'major' });
    expect(closure.task('verify').who).toEqual(['supervision-office']);
  });

  it('R13.9 developer: major when routed, general by now: no verification', async () => {
    const { closure } = await told(
      'developer',
      { needsVerification: true, severity: 'major' },
      {
        'intake.resolve-children': () => ({ severity: 'general', amountYuan: 800 }),
      },
    );
    await closure.reach('R04.12');
    expect(closure.over).toBe(true);
    expect([closure.value('severity'), closure.value('amountYuan')]).toEqual(['general', 800]);
  });

  it('R13.7 a corrective action is needed: opened at closure; else none', async () => {
    const needed = await told('developer', { correctiveNeeded: true });
    await needed.closure.reach('R04.12');
    expect(needed.closure.did('investigation.open-corrective-action').variables).toMatchObject({
      caseNo: needed.caseNo,
    });
    const none = await told('developer', { correctiveNeeded: null });
    await none.closure.reach('R04.12');
    expect(none.closure.times('investigation.open-corrective-action')).toBe(0);
    expect(none.closure.over).toBe(true);
  });
});

everyFlowOf('feedback-closure');
