import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const MEASURES = [
  { measureNo: 'JZ-T-20260302-0001-M1', group: 'service-centre-engineering', plannedOn: '2026-03-12' },
  { measureNo: 'JZ-T-20260302-0001-M2', group: 'quality-centre', plannedOn: '2026-03-20' },
];

async function opened(orgType = 'property-company', origin = 'case') {
  const { it: process, common } = await run(orgType);
  const { orgId = null, posts = null } = common;
  const variables = {
    subjectNo: process.subjectNo,
    orgId,
    orgType,
    posts,
    responsibleGroup: 'customer-service',
    origin,
  };
  await process.start('start-corrective-action', variables);
  return process;
}
async function planned(orgType?: string, revisionKind: string | null = null) {
  const process = await opened(orgType);
  await process.complete('analyse-cause');
  await process.complete('plan-action', { measures: MEASURES, ruleChange: revisionKind !== null, revisionKind });
  return process;
}
type Process = Awaited<ReturnType<typeof opened>>;
async function carryOut(process: Process) {
  while (process.tasks.includes('carry-out')) {
    await process.complete('carry-out');
    await process.complete('verify-measure', { done: true });
  }
}

describe('corrective-action', () => {
  it.each(['case', 'survey', 'audit', 'report', 'recurring'])(
    'R13.7 R02.2 from a %s: the responsible group finds the cause and plans',
    async (origin) => {
      const process = await opened('developer', origin);
      expect(process.task('analyse-cause').who).toEqual(['customer-service']);
      await process.complete('analyse-cause');
      expect(process.task('plan-action').who).toEqual(['customer-service']);
    },
  );

  it('R13.7 a plan that is not approved is planned again', async () => {
    const process = await planned();
    await process.complete('approve-plan', { approved: false });
    expect(process.tasks).toEqual(['plan-action']);
  });

  it('R13.7 every measure is carried out by its group and verified by the verifier, R13.5 at a property company', async () => {
    const process = await planned();
    expect(process.task('approve-plan').who).toEqual(['management-representative']);
    await process.complete('approve-plan', { approved: true });
    expect(process.tasks).toEqual(['carry-out', 'carry-out']);
    expect(process.task('carry-out').who).toEqual(['service-centre-engineering']);
    expect(process.task('carry-out').variables).toMatchObject({
      deadlineRule: 'R13.5',
      plannedOn: '2026-03-12',
      subjectNo: MEASURES[0]?.measureNo,
      caseNo: null,
    });
    await process.complete('carry-out');
    expect(process.task('verify-measure').who).toEqual(['deputy-management-representative']);
    expect(process.tasks).not.toContain('verify-effect');
  });

  it('R13.7 R02.2 effective: tracked to its effect and closed; elsewhere the limit of a measure is R01.5', async () => {
    const process = await planned('developer');
    await process.complete('approve-plan', { approved: true });
    expect(process.task('carry-out').variables).toMatchObject({ deadlineRule: 'R01.5' });
    await carryOut(process);
    expect(process.task('verify-effect').who).toEqual(['supervision-office']);
    expect(process.task('verify-effect').headers).toMatchObject({ deadlineRule: 'R13.7' });
    await process.complete('verify-effect', { effective: true });
    expect(process.times('investigation.close-corrective-action')).toBe(1);
    expect(process.times('studio.open-revision')).toBe(0);
    expect(process.over).toBe(true);
  });

  it('R13.7 without effect: the cause is looked for again, with a new plan', async () => {
    const process = await planned();
    await process.complete('approve-plan', { approved: true });
    await carryOut(process);
    await process.complete('verify-effect', { effective: false });
    expect(process.tasks).toEqual(['analyse-cause']);
    expect(process.times('investigation.close-corrective-action')).toBe(0);
  });

  it.each([
    ['rulebook', 'customer-service'],
    ['emergency-plan', null],
    ['employee-report-rules', null],
  ])(
    'R03.10 R08.9 R05.10 an effective action that asks for a change of %s opens its revision, drafted by whom its rule says',
    async (revisionKind, drafterGroup) => {
      const process = await planned('property-company', revisionKind);
      await process.complete('approve-plan', { approved: true });
      await carryOut(process);
      await process.complete('verify-effect', { effective: true });
      expect(process.did('studio.open-revision').variables).toMatchObject({ revisionKind, drafterGroup });
      expect(process.over).toBe(true);
    },
  );
});

everyFlowOf('corrective-action');
