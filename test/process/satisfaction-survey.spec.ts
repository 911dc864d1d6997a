import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

const asked = (count: number, from = 1) =>
  Array.from({ length: count }, (_, n) => ({
    respondentNo: `DC-FH01-20260302-0001-R${from + n}`,
    caseNo: `TS-FH01-20260110-000${from + n}`,
  }));

/** A survey that began, with what selecting found and evaluating says. */
async function begun(
  orgType: string,
  found: { callBacks?: number; visits?: number; questionnaires?: number },
  belowTarget = false,
) {
  const callBacks = asked(found.callBacks ?? 0);
  const visits = asked(found.visits ?? 0, 6);
  const { it: process, common } = await run(orgType, {
    'insights.select-respondents': () => ({ callBacks, visits, questionnaires: found.questionnaires ?? 0 }),
    'insights.send-questionnaires': () => ({ sent: found.questionnaires ?? 0 }),
    'insights.evaluate-survey': () => ({ belowTarget }),
  });
  const { subjectNo = null, orgId = null, posts = null } = common;
  await process.start('start-satisfaction-survey', {
    ...{ subjectNo, orgId, orgType, posts, unitId: 'FH01', period: '2026-03-02' },
    ...{ periodFrom: '2025-03-02', periodUntil: '2026-03-01' },
  });
  return process;
}

describe('satisfaction-survey', () => {
  it('R12.7 three call-backs, five questionnaires and a visit, below target: a corrective action', async () => {
    const process = await begun('developer', { callBacks: 3, questionnaires: 5, visits: 1 }, true);
    expect(process.tasks).toEqual(['call-back', 'call-back', 'call-back', 'visit']);
    const call = process.task('call-back');
    expect(call.who).toEqual(['customer-service']);
    expect(call.headers).toMatchObject({ contact: 'true' });
    expect(call.variables).toMatchObject({
      subjectNo: 'DC-FH01-20260302-0001-R1',
      caseNo: 'TS-FH01-20260110-0001',
    });
    expect(process.task('visit').variables).toMatchObject({ subjectNo: 'DC-FH01-20260302-0001-R6' });
    expect(process.did('insights.send-questionnaires').headers).toMatchObject({ limits: 'R12.7' });
    for (const element of ['call-back', 'call-back', 'call-back', 'visit']) await process.complete(element);
    expect(process.times('insights.evaluate-survey')).toBe(0); // the time to answer runs to its end
    await process.reach('R12.7');
    expect(process.times('insights.evaluate-survey')).toBe(1);
    await process.complete('analyse', { improvements: true, responsibleGroup: 'engineering' });
    expect(process.did('investigation.open-corrective-action').variables).toMatchObject({
      subjectNo: process.subjectNo,
      origin: 'survey',
      originNo: process.subjectNo,
      responsibleGroup: 'engineering',
    });
    expect(process.over).toBe(true);
  });

  it('R03.9 improvements named in a survey that reached its target: a corrective action, too', async () => {
    const process = await begun('developer', {});
    await process.reach('R12.7');
    expect(process.task('analyse').who).toEqual(['customer-service']);
    await process.complete('analyse', { improvements: true, responsibleGroup: 'customer-service' });
    expect(process.times('investigation.open-corrective-action')).toBe(1);
  });

  it('R12.7 target reached, nothing to improve: the result is used, nothing is opened', async () => {
    const process = await begun('developer', { questionnaires: 2 });
    await process.reach('R12.7');
    await process.complete('analyse', { improvements: false, responsibleGroup: null });
    expect(process.times('investigation.open-corrective-action')).toBe(0);
    expect(process.went('satisfaction-survey/used')).toBe(true);
    expect(process.over).toBe(true);
  });

  it.each([
    ['property-company', 'management-dept', 'operations-head'],
    ['brokerage', 'region-office', 'intake-desk'],
    ['registration-centre', 'review-office', 'intake-desk'],
    ['construction-company', 'construction-engineering', 'intake-desk'],
    ['group', 'management-dept', 'group-customer-service'],
  ])('R03.9 at a %s it is analysed at %s; called by %s', async (orgType, analyst, caller) => {
    const process = await begun(orgType, { callBacks: 1 });
    expect(process.task('call-back').who).toEqual([caller]);
    await process.complete('call-back');
    await process.reach('R12.7');
    expect(process.task('analyse').who).toEqual([analyst]);
  });
});

everyFlowOf('satisfaction-survey');
