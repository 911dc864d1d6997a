import type { JsonObject } from '@huiying/engine';
import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

const MARCH = { unitId: 'FH01', period: '2026-03', periodFrom: '2026-03-01', periodUntil: '2026-03-31' };
let n = 0;

/** A report that its schedule started on its day. */
async function due(reportId: string, orgType = 'developer', more: JsonObject = {}, workers = {}) {
  const { it: process, common } = await run(orgType, {
    'insights.compile-report': () => ({ cases: 7 }),
    'insights.deliver-report': () => ({ actions: [] }),
    ...workers,
  });
  // The key of a report is its own; here it is the run's number, under which messages find it.
  const { subjectNo, orgId, posts } = common;
  await process.start('start-periodic-report', {
    ...{ subjectNo: subjectNo ?? null, orgId: orgId ?? null, orgType, posts: posts ?? null },
    ...MARCH,
    dueOn: '2026-03-31',
    reportId,
    ...more,
  });
  return process;
}

const measure = (group: string, orgId = 'FH01', orgType = 'developer') => ({
  ...{ measureNo: `M-${++n}`, group, plannedOn: '2026-04-20' },
  ...{ orgId, orgType },
});

describe('periodic-report', () => {
  it('R07.8 the daily review: the list of the department at sales-lead, due the same day, nobody receives it', async () => {
    const process = await due('sales-daily-review', 'developer', { period: '2026-03-01', dueOn: '2026-03-01' });
    const task = process.task('edit');
    expect(task.who).toEqual(['sales-lead']);
    expect(task.headers).toMatchObject({ deadlineRule: '=deadlineRule', deadlineDate: 'dueOn' });
    expect(task.variables).toMatchObject({ deadlineRule: 'R07.8', dueOn: '2026-03-01', unitId: 'FH01' });
    await process.complete('edit');
    expect(process.went('periodic-report/reviewed')).toBe(true);
    expect(process.times('insights.deliver-report')).toBe(0);
    expect(process.over).toBe(true);
  });

  it('R07.9 R07.10 the monthly report: to two and, with copies, to the head of engineering; minutes in five days, two measures verified by sales-lead', async () => {
    const process = await due('sales-monthly');
    expect(process.task('edit').variables).toMatchObject({ deadlineRule: 'R07.9' });
    await process.complete('edit');
    expect(process.did('insights.deliver-report').variables).toMatchObject({
      recipients: ['sales-manager', 'deputy-general-manager', 'engineering-head'],
      copies: ['engineering-head'],
    });
    const minutes = process.task('minutes');
    expect(minutes.who).toEqual(['sales-lead']);
    expect(minutes.variables).toMatchObject({ deadlineRule: 'R07.10' });
    await process.complete('minutes', {
      measures: [measure('salesperson'), measure('marketing')],
    });
    expect(process.tasks).toEqual(['carry-out', 'carry-out']);
    expect(process.task('carry-out').variables).toMatchObject({ deadlineRule: 'R01.5', plannedOn: '2026-04-20' });
    for (let done = 0; done < 2; done++) {
      await process.complete('carry-out');
      expect(process.task('verify-measure').who).toEqual(['sales-lead']);
      await process.complete('verify-measure', { done: true });
    }
    expect(process.times('investigation.close-measure')).toBe(2);
    expect(process.went('periodic-report/delivered')).toBe(true);
    expect(process.over).toBe(true);
  });

  it.each([
    ['R07.11', 'sales-annual', 'developer', 'sales-manager', 'R07.11', ['management-representative']],
    ['R09.8', 'supervision-monthly', 'developer', 'supervision-office', 'R09.8', ['group-supervision-centre']],
    [
      'R10.9',
      'group-monthly',
      'group',
      'group-customer-service',
      'R10.9',
      ['region-customer-service', 'project-customer-service', 'group-executive'],
    ],
  ])('%s %s at a %s is compiled and delivered, nothing follows', async (_rule, reportId, orgType, who, limit, to) => {
    const process = await due(reportId, orgType);
    expect(process.task('edit').who).toEqual([who]);
    expect(process.task('edit').variables).toMatchObject({ deadlineRule: limit });
    await process.complete('edit', { preventive: false });
    expect(process.did('insights.deliver-report').variables).toMatchObject({ recipients: to, copies: [] });
    expect(process.over).toBe(true);
  });

  it('R12.5 R12.8 five tickets of a property company: compiled by operations-head, decided at management-dept, two measures verified there', async () => {
    const process = await due('ticket-monthly', 'property-company');
    expect(process.task('edit').who).toEqual(['operations-head']);
    await process.complete('edit');
    expect(process.did('insights.deliver-report').variables).toMatchObject({ recipients: ['management-dept'] });
    expect(process.task('minutes').who).toEqual(['management-dept']);
    expect(process.task('minutes').variables).toMatchObject({ deadlineRule: 'R12.8' });
    await process.complete('minutes', {
      measures: [
        measure('service-centre', 'org-1', 'property-company'),
        measure('service-centre-engineering', 'org-1', 'property-company'),
      ],
    });
    expect(process.task('carry-out').variables).toMatchObject({ deadlineRule: 'R13.5' });
    for (let done = 0; done < 2; done++) {
      await process.complete('carry-out');
      expect(process.task('verify-measure').who).toEqual(['management-dept']);
      await process.complete('verify-measure', { done: true });
    }
    expect(process.over).toBe(true);
  });

  it('R02.1 the review of the property service: guidance is a measure at the property company, verified by customer service', async () => {
    const process = await due('property-review');
    expect(process.task('edit').who).toEqual(['customer-service']);
    await process.complete('edit');
    await process.complete('minutes', {
      measures: [measure('operations-head', 'WY01', 'property-company')],
    });
    expect(process.task('carry-out').who).toEqual(['operations-head']);
    expect(process.task('carry-out').variables).toMatchObject({ orgId: 'WY01', deadlineRule: 'R13.5' });
    await process.complete('carry-out');
    // The property company has a customer service too: it is that of the report which verifies.
    expect(process.task('verify-measure').who).toEqual(['customer-service']);
    expect(process.task('verify-measure').headers).toMatchObject({ unit: '=ownerUnit' });
    expect(process.task('verify-measure').variables).toMatchObject({ orgId: 'WY01', ownerUnit: 'FH01' });
  });

  it('R10.10 a region guides its projects: each measure at the customer service of its own project, the answer verified by the region', async () => {
    const process = await due('region-review', 'group', {
      unitId: 'PQ01',
      ownerGroup: 'region-customer-service',
    });
    expect(process.task('edit').who).toEqual(['region-customer-service']);
    expect(process.task('edit').variables).toMatchObject({ unitId: 'PQ01' });
    await process.complete('edit');
    expect(process.task('minutes').who).toEqual(['region-customer-service']);
    await process.complete('minutes', {
      measures: [measure('project-customer-service'), measure('project-customer-service', 'FH02')],
    });
    expect(process.tasks).toEqual(['carry-out', 'carry-out']);
    for (const orgId of ['FH01', 'FH02']) {
      expect(process.task('carry-out').who).toEqual(['project-customer-service']);
      expect(process.task('carry-out').variables).toMatchObject({ orgId });
      await process.complete('carry-out');
      expect(process.task('verify-measure').who).toEqual(['region-customer-service']);
      expect(process.task('verify-measure').variables).toMatchObject({ orgId, ownerUnit: 'PQ01' });
      await process.complete('verify-measure', { done: true });
    }
    expect(process.over).toBe(true);
  });

  it('R02.2 three recurring problems: a corrective action each, at the department of its area', async () => {
    const found = [
      ['quality', 'workmanship', 'engineering'],
      ['property', 'staff-attitude', 'operations-head'],
      ['sales', 'information', 'sales-manager'],
    ].map(([area, causeCode, responsibleGroup]) => ({
      area: area as 'quality',
      causeCode: causeCode as string,
      originNo: `recurring:FH01:2026-Q1:${area}.${causeCode}`,
      responsibleGroup: responsibleGroup as string,
    }));
    const asked: unknown[] = [];
    const process = await due(
      'recurring',
      'developer',
      { period: '2026-Q1' },
      {
        'insights.deliver-report': () => ({ actions: found }),
        'investigation.open-corrective-action': (input: JsonObject) => {
          asked.push([input['origin'], input['originNo'], input['responsibleGroup'], input['causeCodes']]);
          return {};
        },
      },
    );
    await process.complete('edit', { preventive: true });
    expect(asked).toEqual(
      found.map(({ originNo, responsibleGroup, causeCode }) => ['recurring', originNo, responsibleGroup, [causeCode]]),
    );
    expect(process.over).toBe(true);
  });

  it('R02.2 two of one cause are no recurring problem: no corrective action; declined by the compiler: none either', async () => {
    const none = await due('recurring');
    await none.complete('edit', { preventive: true });
    expect(none.times('investigation.open-corrective-action')).toBe(0);
    expect(none.over).toBe(true);
    const declined = await due('recurring');
    await declined.complete('edit', { preventive: false });
    expect(declined.went('periodic-report/open-corrective')).toBe(false);
    expect(declined.over).toBe(true);
  });
});

everyFlowOf('periodic-report');
