import { ROLES } from '@huiying/contracts';
import { DecisionEvaluator } from '@huiying/engine';
import { addWorkingDays, calendarOf, calendarSeed } from '@huiying/working-time';
import { decisionXml } from './model-files.js';

type Row = Record<string, unknown>;

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});
const decide = (id: string, context: Row): unknown =>
  decisions.evaluate(id, context as Parameters<DecisionEvaluator['evaluate']>[1]).output;

describe('report-plan', () => {
  const plan = (reportId: string, more: Row = {}) =>
    decide('report-plan', { reportId, orgType: 'developer', ownerGroup: null, ...more }) as Row | null;

  it.each([
    ['R07.8', 'sales-daily-review', 'sales-lead', [], 'same-day', 'reviewed', null, 'R07.8', null],
    [
      'R07.9 R07.10',
      'sales-monthly',
      'sales-lead',
      ['sales-manager', 'deputy-general-manager', 'engineering-head'],
      'month-end',
      'meeting',
      'sales-lead',
      'R07.9',
      'R07.10',
    ],
    [
      'R07.11',
      'sales-annual',
      'sales-manager',
      ['management-representative'],
      'year-end',
      'none',
      null,
      'R07.11',
      null,
    ],
    [
      'R09.8',
      'supervision-monthly',
      'supervision-office',
      ['group-supervision-centre'],
      'first-week',
      'none',
      null,
      'R09.8',
      null,
    ],
    [
      'R12.5 R12.8',
      'ticket-monthly',
      'customer-service',
      ['management-dept'],
      'month-end',
      'act',
      'management-dept',
      'R12.5',
      'R12.8',
    ],
    [
      'R02.2',
      'recurring',
      'customer-service',
      ['engineering', 'quality-centre', 'service-centre', 'sales-manager', 'management'],
      'quarter-end',
      'preventive',
      null,
      'R02.2',
      null,
    ],
    [
      'R02.1',
      'property-review',
      'customer-service',
      ['operations-head'],
      'month-end',
      'guide',
      'customer-service',
      'R02.1',
      'R12.8',
    ],
    [
      'R10.9',
      'group-monthly',
      'group-customer-service',
      ['region-customer-service', 'project-customer-service', 'group-executive'],
      'month-end',
      'none',
      null,
      'R10.9',
      null,
    ],
    [
      'R10.10',
      'region-review',
      'region-customer-service',
      ['project-customer-service'],
      'month-end',
      'guide',
      'region-customer-service',
      'R10.10',
      'R12.8',
    ],
  ])(
    '%s %s: who compiles, who receives, when, what then',
    (_rules, reportId, compilerGroup, recipients, due, after, minutesGroup, editLimit, minutesLimit) => {
      expect(plan(reportId)).toEqual({
        compilerGroup,
        recipients,
        due,
        copies: reportId === 'sales-monthly' ? ['engineering-head'] : [],
        after,
        minutesGroup,
        editLimit,
        minutesLimit,
      });
    },
  );

  it('R12.5 at a property company the head of operations compiles the tickets', () => {
    expect(plan('ticket-monthly', { orgType: 'property-company' })?.['compilerGroup']).toBe('operations-head');
    expect(plan('ticket-monthly', { orgType: 'group' })?.['compilerGroup']).toBe('customer-service');
  });

  it('R10.10 the group guides as a region does, and whom the schedule names guides and verifies', () => {
    expect(plan('region-review', { orgType: 'group' })).toMatchObject({
      compilerGroup: 'group-customer-service',
      minutesGroup: 'group-customer-service',
    });
    expect(plan('region-review', { orgType: 'group', ownerGroup: 'region-customer-service' })).toMatchObject({
      compilerGroup: 'region-customer-service',
      minutesGroup: 'region-customer-service',
    });
  });

  it.each(['R07.10', 'R12.8'])('%s delivered on 31 March 2026: minutes or decision are due on 8 April', (limitId) => {
    const limit = decide('deadlines', { limitId, orgType: 'property-company', keyCustomer: false }) as Row;
    expect(limit).toMatchObject({ unit: 'wd', countsStartDay: false, metBy: 'task' });
    const calendar = calendarOf('2026', calendarSeed(2026));
    expect(addWorkingDays('2026-03-31', Number(limit['amount']), calendar)).toBe('2026-04-08');
  });

  it('R02.2 R07.9 everybody named is a role; an unknown report has no plan', () => {
    const ids = 'sales-daily-review sales-monthly sales-annual supervision-monthly ticket-monthly recurring'.split(' ');
    for (const id of [...ids, 'property-review', 'group-monthly', 'region-review']) {
      const { compilerGroup, recipients, minutesGroup } = plan(id) ?? {};
      for (const role of [compilerGroup, minutesGroup ?? compilerGroup, ...(recipients as string[])])
        expect(ROLES).toContain(role);
    }
    expect(plan('nothing-planned')).toBeNull();
  });
});

describe('valid-complaint-rate', () => {
  it.each([
    [6, 1_200, 0.5],
    [0, 1_200, 0],
    [1, 1, 100],
    [6, 0, null],
  ])('R13.8 %d valid complaints, %d households: %s %%', (validComplaints, households, rate) => {
    expect(decide('valid-complaint-rate', { validComplaints, households, period: '2026-03' })).toBe(rate);
  });

  it('R13.8 the operator edits the formula: another result', async () => {
    const formula = 'validComplaints / households * 100';
    const edited = decisionXml().map((xml) => xml.replace(formula, 'validComplaints / households * 1000'));
    expect(edited.filter((xml, n) => xml !== decisionXml()[n])).toHaveLength(1);
    const changed = await DecisionEvaluator.fromXml(edited);
    const asked = { validComplaints: 6, households: 1_200, period: '2026-03' };
    expect(changed.evaluate('valid-complaint-rate', asked).output).toBe(5);
  });
});
