import { registered, reviewed } from './intake-answers.js';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

async function filed(orgType: string, more = {}, workers = {}) {
  const { it: main, common, caseNo } = await run(orgType, workers);
  await main.start('start-complaint-handling', { ...common, ...registered(more) });
  return { main, caseNo, common };
}
type Main = Awaited<ReturnType<typeof filed>>['main'];

/** From take-order to the window after the outcome, settled the same day. */
async function settled(main: Main) {
  await main.complete('take-order', { solvedToday: true, agreed: true, payFen: 0 });
  await main.complete('write-reply', { correctiveNeeded: false });
}
/** The same on the sales ladder, by the salesperson. */
async function sold(main: Main) {
  const answers = { action: 'settle', departments: [], payFen: null, agreed: true, correctiveNeeded: false };
  await main.complete('handle', { ...answers, severity: 'general', amountYuan: null });
  await main.complete('give-feedback', { satisfied: true });
  await main.complete('report-superior');
}
const change = {
  changeId: 'G1',
  severity: 'general',
  complexity: 'simple',
  riskChanged: false,
  seriousReported: false,
};

describe('complaint-handling', () => {
  it('R03.3 R13.3 R13.9 property company, from filing to archive', async () => {
    const { main, caseNo } = await filed('property-company');
    await main.complete('review-intake', reviewed());
    expect(main.task('take-order').who).toEqual(['operations-head']);
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({
      handlingProcess: 'department-handling',
      handlerGroup: 'operations-head',
      signatureRequired: false,
      needsVerification: true,
    });
    await settled(main);
    await main.publish('rating-received', { satisfied: true, severity: 'general' });
    await main.complete('verify', { passed: true });
    await main.complete('approve', { approved: true });
    expect(main.did('intake.archive-case').variables).toMatchObject({ caseNo });
    expect(main.went('complaint-handling/archived')).toBe(true);
    expect(main.over).toBe(true);
  });

  it('R09.4 R10.1 developer: no department task before the leader signs; it goes where the leader writes', async () => {
    const { main } = await filed('developer');
    await main.complete(
      'review-intake',
      reviewed({ topic: 'marketing', kind: 'marketing-service', respondentGroup: ['marketing'] }),
    );
    expect(main.tasks).toEqual(['sign']);
    expect(main.task('sign').who).toEqual(['leader-in-charge']);
    expect(main.task('sign').headers).toMatchObject({ deadlineRule: 'R09.4' });
    await main.complete('sign', { handlerGroup: 'engineering' });
    expect(main.task('take-order').who).toEqual(['engineering']);
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({ overseer: 'project-customer-service' });
  });

  it('R07.4 R09.4 sales: the ladder needs no signature', async () => {
    const { main } = await filed('developer');
    await main.complete('review-intake', reviewed({ topic: 'sale', kind: 'sales' }));
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({
      handlingProcess: 'sales-complaint',
      calledProcess: 'sales-complaint',
    });
    expect(main.task('handle')).toMatchObject({ processId: 'sales-complaint', who: ['salesperson'] });
  });

  it('R02.1 R02.3 property company: a quality complaint is surveyed first, without a signature', async () => {
    const { main } = await filed('property-company');
    await main.complete('review-intake', reviewed({ topic: 'house-quality', kind: 'construction-quality' }));
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({
      handlingProcess: 'quality-escalation',
      calledProcess: 'quality-escalation',
    });
    expect(main.task('survey-first')).toMatchObject({ processId: 'quality-escalation', who: ['service-centre-head'] });
    expect(main.task('survey-first').headers).toMatchObject({ deadlineRule: 'R02.3' });
  });

  it('R11.10 brokerage: the store complained about has it first, with its two days', async () => {
    const { main } = await filed('brokerage');
    await main.complete('review-intake', reviewed({ topic: 'brokerage-business', kind: 'brokerage-store' }));
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({
      handlingProcess: 'agency-complaint',
      calledProcess: 'agency-complaint',
    });
    expect(main.task('store-settles')).toMatchObject({ processId: 'agency-complaint', who: ['store-manager'] });
    expect(main.task('store-settles').headers).toMatchObject({ deadlineRule: 'R11.10' });
  });

  it('R04.4 not accepted: the file is closed, no route', async () => {
    const { main } = await filed('developer');
    await main.complete('review-intake', reviewed({ scope: 'outside' }));
    expect(main.times('investigation.dispatch-case')).toBe(0);
    expect(main.did('intake.archive-case').variables).toMatchObject({ admission: 'refuse' });
    expect(main.over).toBe(true);
  });

  it('R10.5 a child follows its master: no handling of its own, answered with it', async () => {
    const { main } = await filed('property-company');
    await main.complete('review-intake', reviewed({ masterNo: 'TS-MASTER' }));
    expect(main.did('intake.follow-master').variables).toMatchObject({ masterNo: 'TS-MASTER' });
    expect(main.tasks).toEqual([]);
    await main.publish('master-resolved', { masterAnswered: true });
    expect(main.times('investigation.dispatch-case')).toBe(0);
    expect(main.notices).toEqual(['accepted', 'outcome']);
    await main.reach('R04.12');
    await main.complete('verify', { passed: true });
    await main.complete('approve', { approved: true });
    expect(main.over).toBe(true);
  });

  it('R10.5 a child handled again leaves its master', async () => {
    const { main } = await filed('property-company');
    await main.complete('review-intake', reviewed({ masterNo: 'TS-MASTER' }));
    await main.publish('master-resolved', { masterAnswered: true });
    await main.publish('rating-received', { satisfied: false, severity: 'major' });
    expect(main.value('masterNo')).toBeNull();
    expect(main.tasks).toEqual(['take-order']);
  });

  it('R10.5 a master that is withdrawn frees its child, which is handled itself', async () => {
    const { main } = await filed('property-company');
    await main.complete('review-intake', reviewed({ masterNo: 'TS-MASTER' }));
    await main.publish('master-resolved', { masterNo: null, masterAnswered: false });
    expect(main.tasks).toEqual(['take-order']);
  });

  it('R13.6 R13.4 major at a property company, 不满意: handled again once, then 满意 closes', async () => {
    const major = {
      'intake.accept-case': () => ({
        severity: 'major' as const,
        complexity: 'complex' as const,
        complex: true,
        departmentCount: 1,
        keyCustomer: false,
        respondents: [],
      }),
    };
    const { main, caseNo } = await filed('property-company', {}, major);
    await main.complete('review-intake', reviewed());
    await main.complete('take-order', { solvedToday: true, agreed: true, payFen: 0 });
    await main.complete('decide');
    await main.complete('write-reply', { correctiveNeeded: false });
    await main.publish('rating-received', { satisfied: false, severity: 'major' });
    expect(main.tasks).toEqual(['take-order']);
    expect(main.times('investigation.dispatch-case')).toBe(2);
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({ caseNo });
    await main.complete('take-order', { solvedToday: true, agreed: true, payFen: 0 });
    await main.complete('decide');
    await main.complete('write-reply', { correctiveNeeded: false });
    await main.publish('rating-received', { satisfied: true, severity: 'major' });
    await main.complete('verify', { passed: true });
    await main.complete('approve', { approved: true });
    expect(main.over).toBe(true);
  });

  it('R01.7 reopened after a review: handled again under its number, without a second admission', async () => {
    const { main } = await filed('property-company', { reopened: true, kind: 'property-service', severity: 'general' });
    expect(main.tasks).toEqual(['take-order']);
    expect(main.times('intake.accept-case')).toBe(0);
  });

  it('R04.13 R09.7 an extension is asked for and approved while the handling goes on', async () => {
    const { main, caseNo } = await filed('property-company');
    await main.complete('review-intake', reviewed());
    await main.publish('extension-requested', { requestId: `${caseNo}-Y1` });
    expect(main.tasks).toEqual(['take-order', 'approve-extension']);
    expect(main.task('approve-extension').variables).toMatchObject({ subjectNo: `${caseNo}-Y1` });
    await main.complete('approve-extension', { approved: true, extraDays: 5 });
    expect(main.notices).toEqual(['accepted', 'extension']);
    expect(main.value('requestId')).toBeUndefined();
    expect(main.tasks).toEqual(['take-order']);
  });

  it('R10.6 R08.7 R12.6 facts change before and while the case is handled: reviewed beside it, each time', async () => {
    const { main, caseNo } = await filed('property-company');
    await main.publish('case-changed', {
      ...change,
      changeId: `${caseNo}-G1`,
      dangerToPersons: true,
      riskChanged: true,
    });
    expect(main.times('emergency-response.start-response')).toBe(1);
    expect(main.tasks).toEqual(['review-intake']);
    await main.complete('review-intake', reviewed());
    await main.publish('case-changed', { ...change, changeId: `${caseNo}-G2`, seriousReported: true, households: 5 });
    expect(main.tasks).toEqual(['take-order', 'coordinate-serious']);
    expect(main.task('coordinate-serious').variables).toMatchObject({ subjectNo: `${caseNo}-G2` });
    expect(main.value('severity')).toBe('general');
    expect(main.value('households')).toBe(5);
    expect(main.value('seriousReported')).toBeUndefined();
    await main.complete('coordinate-serious', { toGeneralManager: false });
    expect(main.tasks).toEqual(['take-order']);
  });

  it('R01.7 R10.6 archiving ends what still runs beside the handling, so that the case can be reopened', async () => {
    const { main, caseNo, common } = await filed('developer', { topic: 'sale' });
    await main.complete('review-intake', reviewed({ topic: 'sale', kind: 'sales' }));
    await main.publish('case-changed', { ...change, changeId: `${caseNo}-G1`, seriousReported: true });
    await sold(main);
    await main.reach('R04.12');
    expect(main.went('complaint-handling/archived')).toBe(true);
    expect([main.over, main.tasks]).toEqual([true, []]);
    await main.start('start-complaint-handling', {
      ...common,
      ...registered({ reopened: true, kind: 'sales', severity: 'general' }),
    });
    expect(main.tasks).toEqual(['handle']);
  });

  it.each([
    ['before acceptance', []],
    ['while a department has it', ['review-intake']],
  ])('R01.6 withdrawn %s: everything stops, recorded', async (_, before) => {
    const { main } = await filed('property-company');
    for (const element of before) await main.complete(element, reviewed());
    await main.publish('complaint-withdrawn');
    expect(main.tasks).toEqual([]);
    expect(main.times('intake.withdraw-case')).toBe(1);
    expect(main.over).toBe(true);
  });

  it('R03.1 a second start message of the same case does nothing', async () => {
    const { main, common } = await filed('property-company');
    await main.start('start-complaint-handling', { ...common, ...registered() });
    expect(main.tasks).toEqual(['review-intake']);
  });
});

everyFlowOf('complaint-handling');
