import { registered, reviewed } from './intake-answers.js';
import type { Workers } from './process-run.js';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const LADDER = ['salesperson', 'sales-lead', 'sales-manager', 'deputy-general-manager', 'general-manager'];
const input = {
  handlerGroup: 'salesperson',
  respondents: ['unit-1'],
  respondentGroup: [],
  kind: 'sales',
  topic: 'sale',
  severity: 'general',
  complexity: 'simple',
  complex: false,
  amountYuan: null,
  households: 1,
  escalated: null,
  promisedOn: '2026-03-09',
};
const SETTLED = {
  action: 'settle',
  departments: [],
  payFen: null,
  agreed: true,
  correctiveNeeded: false,
  severity: 'general',
  amountYuan: null,
} as const;
const CLIMB = { ...SETTLED, action: 'climb', agreed: null, correctiveNeeded: null };

async function called(more = {}, workers: Workers = {}) {
  const { it: sales, common, caseNo } = await run('developer', workers);
  await sales.call('sales-complaint', { ...common, ...input, ...more });
  return { sales, caseNo };
}
type Sales = Awaited<ReturnType<typeof called>>['sales'];

/** Climbs to a level, from the first. */
async function climbed(sales: Sales, level: number) {
  for (let at = 1; at < level; at++) await sales.complete('handle', CLIMB);
}

describe('sales-complaint', () => {
  it('R07.1 R07.6 the promised date is the limit from the start, taken up by the answer', async () => {
    const { sales } = await called();
    expect(sales.did('tasklist.start-deadline')).toMatchObject({
      headers: { limits: 'R07.6', deadlineDate: 'promisedOn' },
      variables: { promisedOn: '2026-03-09' },
    });
    expect(sales.task('handle').who).toEqual(['salesperson']);
    await sales.complete('handle', SETTLED);
    expect(sales.task('give-feedback').headers).toMatchObject({
      deadlineRule: 'R07.6',
      deadlineDate: 'promisedOn',
      contact: 'true',
      review: 'true',
    });
  });

  it('R07.3 settled by the salesperson: the superior is told after the answer', async () => {
    const { sales } = await called();
    await sales.complete('handle', SETTLED);
    await sales.complete('give-feedback', { satisfied: true });
    expect(sales.task('report-superior')).toMatchObject({ who: ['salesperson'], headers: { deadlineRule: 'R07.3' } });
    await sales.complete('report-superior');
    expect(sales.over).toBe(true);
    const outputs = ['handlerGroup', 'correctiveNeeded', 'decisionTold', 'escalated'].map((name) => sales.value(name));
    expect(outputs).toEqual(['salesperson', false, false, null]);
  });

  it('R07.3 settled at level 2: nobody reports', async () => {
    const { sales } = await called();
    await climbed(sales, 2);
    await sales.complete('handle', { ...SETTLED, correctiveNeeded: true });
    expect(sales.task('give-feedback').who).toEqual(['sales-lead']);
    await sales.complete('give-feedback', { satisfied: false });
    expect(sales.over).toBe(true);
    expect([sales.value('handlerGroup'), sales.value('correctiveNeeded')]).toEqual(['sales-lead', true]);
  });

  it('R07.4 climbs the five levels one by one, each with a work order, none skipped', async () => {
    const { sales } = await called();
    const seen = [sales.task('handle').who];
    for (let level = 1; level < 5; level++) {
      await sales.complete('handle', CLIMB);
      expect(sales.did('intake.issue-work-order').variables).toMatchObject({ level });
      seen.push(sales.task('handle').who);
    }
    expect(seen).toEqual(LADDER.map((group) => [group]));
    expect(sales.times('intake.issue-work-order')).toBe(4);
  });

  it('R07.5 the manager orders two departments; their opinions come back to the manager', async () => {
    const { sales } = await called();
    await climbed(sales, 3);
    await sales.complete('handle', { ...CLIMB, action: 'departments', departments: ['engineering', 'marketing'] });
    expect(sales.did('intake.issue-department-orders').variables).toMatchObject({
      level: 3,
      departments: ['engineering', 'marketing'],
    });
    expect(sales.did('investigation.open-consultation').variables).toMatchObject({
      departments: ['engineering', 'marketing'],
      leadGroup: 'sales-manager',
    });
    expect(sales.tasks).toEqual(['give-opinion', 'give-opinion']);
    await sales.complete('give-opinion');
    await sales.complete('give-opinion');
    expect(sales.task('conclude').who).toEqual(['sales-manager']);
    await sales.complete('conclude', { agreed: true, measures: [] });
    expect(sales.task('handle').who).toEqual(['sales-manager']);
  });

  it('R07.5 R10.2 what the departments agreed on can be adopted by the decider of a payment', async () => {
    const { sales } = await called();
    const measures = [{ measureNo: 'M1', group: 'engineering', plannedOn: '2026-03-20' }];
    await climbed(sales, 3);
    await sales.complete('handle', { ...CLIMB, action: 'departments', departments: ['engineering'] });
    await sales.complete('give-opinion');
    await sales.complete('conclude', { agreed: true, measures });
    await sales.complete('handle', { ...SETTLED, payFen: 100 });
    expect(sales.task('decide').who).toEqual(['project-head']);
  });

  it.each([
    ['9,999.99 yuan', { payFen: 999_999, amountYuan: 9999.99 }, 'project-head'],
    ['10,000 yuan', { payFen: 1_000_000, amountYuan: 10_000 }, 'region-executive'],
    ['100,000 yuan', { payFen: 10_000_000, amountYuan: 100_000 }, 'group-executive'],
    ['a major case', { severity: 'major' }, 'region-executive'],
    ['no agreement', { agreed: false }, 'project-head'],
  ] as const)('R10.2 R03.11 settled with %s: decided, answered, then told', async (_, answers, decider) => {
    const { sales } = await called();
    await sales.complete('handle', { ...SETTLED, ...answers });
    expect(sales.task('decide').who).toEqual([decider]);
    await sales.complete('decide');
    expect(sales.notices).toEqual(['decision']);
    expect(sales.task('write-reply').who).toEqual(['salesperson']);
    await sales.complete('write-reply', { correctiveNeeded: true });
    expect(sales.task('give-feedback').who).toEqual(['salesperson']);
    await sales.complete('give-feedback', { satisfied: true });
    await sales.complete('report-superior');
    expect([sales.value('decisionTold'), sales.value('correctiveNeeded')]).toEqual([true, true]);
  });

  it('R10.2 a payment left blank at level 1 of a general case needs no decision', async () => {
    const { sales } = await called();
    await sales.complete('handle', { ...SETTLED, payFen: null });
    expect(sales.tasks).toEqual(['give-feedback']);
  });

  it('R07.7 the date changes with the customer’s consent, and the customer is told the new one', async () => {
    const { sales, caseNo } = await called();
    await sales.publish('feedback-date-requested', { newDate: '2026-03-12', consent: true });
    expect(sales.did('tasklist.change-feedback-date').variables).toMatchObject({
      caseNo,
      newDate: '2026-03-12',
      consent: true,
    });
    expect(sales.notices).toEqual(['feedback-date']);
    expect(sales.tasks).toEqual(['handle']);
    expect([sales.value('promisedOn'), sales.value('newDate')]).toEqual(['2026-03-12', undefined]);
  });

  it('R07.7 a third change, or one after the date, is refused: the superior decides; the case goes on beside it', async () => {
    const refused: Workers = { 'tasklist.change-feedback-date': () => ({ bpmnError: 'feedback-date-refused' }) };
    const { sales } = await called({}, refused);
    await climbed(sales, 2);
    await sales.publish('feedback-date-requested', { newDate: '2026-03-12', consent: true });
    expect(sales.task('superior-decides').who).toEqual(['sales-manager']);
    expect(sales.notices).toEqual([]);
    expect(sales.tasks).toEqual(['handle', 'superior-decides']);
    await sales.complete('superior-decides');
    expect(sales.tasks).toEqual(['handle']);
  });

  it('R07.7 at the highest level its own holder decides', async () => {
    const refused: Workers = { 'tasklist.change-feedback-date': () => ({ bpmnError: 'feedback-date-refused' }) };
    const { sales } = await called({}, refused);
    await climbed(sales, 5);
    await sales.publish('feedback-date-requested', { newDate: '2026-03-12', consent: true });
    expect(sales.task('superior-decides').who).toEqual(['general-manager']);
  });

  it('R07.7 R03.7 an undecided change does not hold up an answered case', async () => {
    const refused: Workers = { 'tasklist.change-feedback-date': () => ({ bpmnError: 'feedback-date-refused' }) };
    const { sales } = await called({}, refused);
    await climbed(sales, 2);
    await sales.publish('feedback-date-requested', { newDate: '2026-03-12', consent: true });
    await sales.complete('handle', SETTLED);
    await sales.complete('give-feedback', { satisfied: true });
    expect([sales.over, sales.tasks]).toEqual([true, []]);
    expect(sales.value('handlerGroup')).toBe('sales-lead');
  });
});

describe('sales-complaint within complaint-handling', () => {
  it('R07.4 R09.4 the ladder needs no signature; answered, told, closed; what it gives back reaches the closure', async () => {
    const { it: main, common } = await run('developer');
    await main.start('start-complaint-handling', {
      ...common,
      ...registered({ topic: 'sale', promisedOn: '2026-03-09' }),
    });
    await main.complete('review-intake', reviewed({ topic: 'sale', kind: 'sales' }));
    expect(main.did('investigation.dispatch-case').variables).toMatchObject({
      handlingProcess: 'sales-complaint',
      calledProcess: 'sales-complaint',
      signatureRequired: false,
    });
    await main.complete('handle', { ...SETTLED, correctiveNeeded: true });
    await main.complete('give-feedback', { satisfied: true });
    await main.complete('report-superior');
    expect([main.value('handlerGroup'), main.value('correctiveNeeded')]).toEqual(['salesperson', true]);
    await main.publish('rating-received', { satisfied: true, severity: 'general' });
    expect(main.times('investigation.open-corrective-action')).toBe(1);
    expect(main.over).toBe(true);
  });

  it('R01.7 handled again after a review, it begins at the first level', async () => {
    const { it: main, common } = await run('developer');
    await main.start('start-complaint-handling', {
      ...common,
      ...registered({ reopened: true, kind: 'sales', severity: 'general' }),
    });
    expect(main.task('handle').who).toEqual(['salesperson']);
  });
});

everyFlowOf('sales-complaint');
