import { registered, reviewed } from './intake-answers.js';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

async function received(orgType: string, more = {}, workers = {}) {
  const { it: check, common, caseNo } = await run(orgType, workers);
  await check.call('eligibility-check', { ...common, ...registered(more) });
  return { check, caseNo };
}

describe('eligibility-check', () => {
  it('R04.13 R01.4 R13.1 R02.3 the outer limits run from the receipt, before anybody reviews', async () => {
    const { check } = await received('property-company', { topic: 'house-quality' });
    expect(check.did('tasklist.start-deadline').headers).toMatchObject({ limits: 'R04.13,R01.4,R13.1,R02.3' });
    expect(check.did('tasklist.start-deadline').variables).toMatchObject({ topic: 'house-quality' });
    const task = check.task('review-intake');
    expect(task.who).toEqual(['property-steward']);
    expect(task.headers).toMatchObject({ deadlineRule: 'R04.4,R13.3', contact: 'true' });
    expect(check.value('suggestedKind')).toBe('construction-quality');
  });

  it('R01.3 R10.4 R13.3 specific, evidenced, valid, ours: accepted and told', async () => {
    const { check } = await received(
      'property-company',
      {},
      {
        'intake.accept-case': () => ({
          severity: 'major',
          complexity: 'complex',
          complex: true,
          amountYuan: 20_000,
          households: 1,
          departmentCount: 2,
          keyCustomer: true,
          respondents: ['unit-9'],
        }),
      },
    );
    await check.complete('review-intake', reviewed({ amountYuan: 20_000, respondentGroup: ['finance'] }));
    expect(check.notices).toEqual(['accepted']);
    const outputs = [
      'admission',
      'kind',
      'severity',
      'complexity',
      'amountYuan',
      'keyCustomer',
      'respondents',
      'respondentGroup',
    ];
    expect(outputs.map((name) => check.value(name))).toEqual([
      'accept',
      'property-service',
      'major',
      'complex',
      20_000,
      true,
      ['unit-9'],
      ['finance'],
    ]);
    expect(check.over).toBe(true);
  });

  it('R01.7 reopened after a review: no second admission', async () => {
    const { check } = await received('developer', { reopened: true, kind: 'sales', severity: 'general' });
    expect(check.over).toBe(true);
    expect(check.done).toEqual([]);
    expect([check.value('admission'), check.value('kind'), check.value('severity')]).toEqual([
      'accept',
      'sales',
      'general',
    ]);
  });

  it.each([
    ['registered as employee report', { kind: 'employee-report' }],
    ['an employee about a colleague', { topic: 'colleague', complainantIsEmployee: true }],
  ])('R05.1 %s: leaves at once, no task, no notice', async (_, more) => {
    const { check } = await received('property-company', more);
    expect(check.tasks).toEqual([]);
    expect(check.did('intake.divert-case').variables).toMatchObject({ admission: 'divert', target: 'employee-report' });
    expect(check.notices).toEqual([]);
    expect(check.value('admission')).toBe('divert');
    expect(check.over).toBe(true);
  });

  it('R05.1 only a customer speaks of a colleague: the desk reviews it', async () => {
    const { check } = await received('property-company', { topic: 'colleague' });
    expect(check.tasks).toEqual(['review-intake']);
    await check.complete('review-intake', reviewed({ topic: 'colleague', kind: 'employee-report' }));
    expect(check.did('intake.divert-case').variables).toMatchObject({ admission: 'divert', target: 'employee-report' });
    expect(check.notices).toEqual([]);
  });

  it.each([
    ['developer', 'customer-service'],
    ['property-company', 'operations-head'],
    ['brokerage', 'intake-desk'],
  ])('R12.1 %s: the first contact could not explain it; %s takes over, then the review', async (orgType, group) => {
    const { check } = await received(orgType, { receiverHoldsPost: false, explained: false });
    expect(check.task('accept-transfer').who).toEqual([group]);
    expect(check.task('accept-transfer').headers).toMatchObject({ deadlineRule: 'R12.1' });
    await check.complete('accept-transfer', { ownerGroup: group });
    expect(check.tasks).toEqual(['review-intake']);
    await check.complete('review-intake', reviewed());
    expect(check.value('ownerGroup')).toBe(group);
  });

  it('R12.1 explained by the first contact: no transfer', async () => {
    const { check } = await received('developer', { receiverHoldsPost: false, explained: true });
    expect(check.tasks).toEqual(['review-intake']);
  });

  it('R01.2 evidence missing: asked for, limits pause, the supplement reopens the review', async () => {
    const { check } = await received('developer');
    await check.complete('review-intake', reviewed({ evidenced: false }));
    expect(check.notices).toEqual(['supplement']);
    expect(check.did('tasklist.pause-deadlines').headers).toMatchObject({ limits: 'R01.2' });
    expect(check.tasks).toEqual([]);
    await check.publish('supplement-received');
    expect(check.times('tasklist.resume-deadlines')).toBe(1);
    expect(check.tasks).toEqual(['review-intake']);
    await check.complete('review-intake', reviewed());
    expect(check.value('admission')).toBe('accept');
  });

  it('R01.2 nothing comes: not accepted, 逾期未补正, told', async () => {
    const { check } = await received('developer');
    await check.complete('review-intake', reviewed({ kind: null, specific: false }));
    await check.reach('R01.2');
    expect(check.did('intake.divert-case').variables).toMatchObject({ admission: 'abandoned', target: null });
    expect(check.notices).toEqual(['supplement', 'not-accepted']);
    expect(check.value('admission')).toBe('abandoned');
  });

  it.each([
    ['R04.4 outside', 'developer', { scope: 'outside' }, 'refuse', null],
    ['R09.5 the group’s', 'developer', { scope: 'group' }, 'redirect', null],
    ['R13.3 not valid', 'property-company', { valid: false }, 'pass', 'measure-follow-up'],
    [
      'R13.3 repair request',
      'property-company',
      { topic: 'repair-order', kind: 'repair-request' },
      'divert',
      'measure-follow-up',
    ],
    ['R13.2 suggestion', 'property-company', { topic: 'proposal', kind: 'suggestion' }, 'record', null],
    ['R12.2 inquiry', 'developer', { topic: 'question', kind: 'inquiry' }, 'divert', 'inquiry-handling'],
    [
      'R09.2 misconduct',
      'developer',
      { topic: 'complaint-handling', kind: 'handler-misconduct' },
      'divert',
      'supervision',
    ],
    [
      'R11.12 between stores',
      'brokerage',
      { topic: 'between-stores', kind: 'inter-store' },
      'divert',
      'inter-store-dispute',
    ],
  ] as const)('%s at a %s: told, with reason and route', async (_, orgType, answers, admission, target) => {
    const { check } = await received(orgType);
    await check.complete('review-intake', reviewed(answers));
    expect(check.did('intake.divert-case').variables).toMatchObject({ admission, target });
    expect(check.notices).toEqual(['not-accepted']);
    expect(check.value('admission')).toBe(admission);
    expect(check.over).toBe(true);
  });

  it.each([
    ['2026-07-21', 'developer', 'construction-quality', 'divert'],
    ['2026-07-22', 'developer', 'construction-quality', 'accept'],
    ['2026-07-21', 'developer', 'property-service', 'accept'],
    ['2026-07-21', 'property-company', 'construction-quality', 'accept'],
  ] as const)('R10.4 handed over 1 June, received %s at a %s, %s: %s', async (receivedOn, orgType, kind, admission) => {
    const { check } = await received(orgType, { handoverOn: '2026-06-01', receivedOn });
    await check.complete('review-intake', reviewed({ kind }));
    expect(check.value('admission')).toBe(admission);
  });
});

everyFlowOf('eligibility-check');
