import { DecisionEvaluator } from '@huiying/engine';
import { LIMIT_IDS, ORG_TYPES, REPORT_IDS, ROLES } from '@huiying/contracts';
import { readFileSync } from 'node:fs';
import { decisionXml } from './model-files.js';

interface Row {
  scheduleId: string;
  unit: string;
  role: string | null;
  message: string;
  process: string;
  recurrence: string;
  every: number | null;
  firstOn: string | null;
  minimum: number | null;
  reportId: string | null;
  ownerGroup: string | null;
}

let decisions: DecisionEvaluator;
beforeAll(async () => {
  decisions = await DecisionEvaluator.fromXml(decisionXml());
});
const rows = (orgType: string) => (decisions.evaluate('schedules', { orgType }).output ?? []) as unknown as Row[];
const of = (orgType: string, scheduleId: string) => rows(orgType).filter((row) => row.scheduleId === scheduleId);

describe('decision schedules', () => {
  it.each([
    [
      'developer',
      'sales-daily-review',
      { recurrence: 'daily', reportId: 'sales-daily-review', ownerGroup: 'sales-lead' },
    ],
    ['developer', 'sales-monthly', { recurrence: 'month-end', every: 1 }],
    ['developer', 'sales-annual', { recurrence: 'month-end', every: 12, ownerGroup: 'sales-manager' }],
    ['developer', 'supervision-monthly', { recurrence: 'first-week', minimum: 3, ownerGroup: 'supervision-office' }],
    ['property-company', 'ticket-monthly', { recurrence: 'month-end', every: 1, ownerGroup: 'operations-head' }],
    ['group', 'ticket-monthly', { recurrence: 'month-end', every: 1, ownerGroup: 'customer-service' }],
    ['developer', 'recurring', { recurrence: 'month-end', every: 3 }],
    ['developer', 'property-review', { recurrence: 'month-end', every: 1 }],
    ['group', 'group-monthly', { recurrence: 'month-end', every: 1, ownerGroup: 'group-customer-service' }],
    ['group', 'region-review', { unit: 'region', role: 'region-customer-service', every: 1 }],
    ['group', 'group-review', { reportId: 'region-review', role: 'group-customer-service' }],
    ['brokerage', 'annual-ranking', { unit: 'region', recurrence: 'after-year', process: 'annual-ranking' }],
    ['brokerage', 'broker-training', { recurrence: 'months', every: 6, firstOn: '2026-01-01', process: 'training' }],
    ['developer', 'training', { recurrence: 'months', every: 6, firstOn: '2026-01-01', ownerGroup: 'training-admin' }],
    ['property-company', 'satisfaction-survey', { recurrence: 'months', every: 12 }],
    ['developer', 'supervision-audit', { every: 12, role: 'supervision-office', message: 'start-supervision-audit' }],
  ])('of a %s: %s', (orgType, scheduleId, expected) => {
    expect(of(orgType, scheduleId)).toEqual([expect.objectContaining(expected)]);
  });

  it('R06.3 a brokerage has the training of its staff, every other organisation that of intake staff', () => {
    for (const orgType of ORG_TYPES)
      expect([of(orgType, 'training').length, of(orgType, 'broker-training').length]).toEqual(
        orgType === 'brokerage' ? [0, 1] : [1, 0],
      );
  });

  it('names reports, roles and start messages that exist, each row with its rule', () => {
    for (const orgType of ORG_TYPES)
      for (const { reportId, role, ownerGroup, message } of rows(orgType)) {
        if (reportId !== null) expect(REPORT_IDS).toContain(reportId);
        if (role !== null) expect(ROLES).toContain(role);
        if (ownerGroup !== null) expect(ROLES).toContain(ownerGroup);
        expect(message).toMatch(/^start-[a-z-]+$/);
      }
    const xml = readFileSync('bpmn/decisions/schedules.dmn', 'utf8');
    const notes = [...xml.matchAll(/<rule id="[^"]+">\s*<description>(R\d\d\.\d+[^<]*)</g)];
    expect(notes).toHaveLength([...xml.matchAll(/<rule /g)].length);
  });

  it('R03.5 R03.6 R06.3 their limits count from the day that was due', () => {
    for (const limitId of ['R03.5', 'R03.6', 'R06.3']) {
      expect(LIMIT_IDS).toContain(limitId);
      const { output } = decisions.evaluate('deadlines', { limitId, orgType: 'developer' });
      expect(output).toMatchObject({ from: 'due' });
    }
  });
});
