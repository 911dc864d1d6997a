import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const MEASURES = [{ measureNo: 'DB-T-20260302-0001-M1', group: 'customer-service', plannedOn: '2026-03-12' }];
const NOBODY = { respondentType: null, respondents: [], storeId: null, consultantId: null, anonymous: true };
const TAKEN = { ...NOBODY, supervisionNo: 'DB-T-20260302-0001', takenUp: true, respondentType: 'department' } as const;
const CONCLUDED = {
  found: true,
  systemic: false,
  violationCode: 'M4',
  repeat: 0,
  responsibleGroup: null,
  measures: MEASURES,
} as const;
const penalties = { 'media-penalties.impose-penalties': () => ({ penaltyNos: ['CF-T-20260302-0001'] }) };

async function started(message: string, orgType: string, more: object = {}) {
  const { it: process, common } = await run(orgType, penalties);
  const { orgId = null, posts = null } = common;
  await process.start(message, { subjectNo: process.subjectNo, orgId, orgType, posts, ...more });
  return process;
}
const referred = (orgType = 'developer') => started('start-supervision', orgType);
const audit = (orgType = 'developer') =>
  started('start-supervision-audit', orgType, { unitId: 'org-1', period: '2026-03-10' });
type Process = Awaited<ReturnType<typeof referred>>;

async function investigated(process: Process, taken: object = TAKEN) {
  await process.complete('open-file', { ...taken });
  await process.complete('name-investigator', { investigator: 'wang', departments: [], complex: false });
  await process.complete('collect-evidence');
  await process.complete('hear-respondent');
  await process.complete('write-report', { justified: 'yes', conclusive: true, fault: true });
}
async function rectified(process: Process) {
  expect(process.task('carry-out').variables).toMatchObject({ caseNo: null, subjectNo: MEASURES[0]?.measureNo });
  await process.complete('carry-out');
  expect(process.task('verify-measure').who).toEqual(['supervision-office']);
  await process.complete('verify-measure', { done: true });
}

describe('supervision', () => {
  it('R09.2 R09.10 a referral lies with the supervision office; no variable of it names a case', async () => {
    const process = await referred();
    expect(process.task('open-file').who).toEqual(['supervision-office']);
    expect(process.task('open-file').variables).toMatchObject({ caseNo: null, subjectNo: process.subjectNo });
  });

  it('R09.2 not taken up: dismissed, nobody investigates', async () => {
    const process = await referred();
    await process.complete('open-file', { ...NOBODY, supervisionNo: 'DB-T-20260302-0001', takenUp: false });
    expect(process.went('supervision/dismissed')).toBe(true);
    expect(process.over).toBe(true);
  });

  it('R09.2 misconduct 4 taken up: investigated by the office itself, rectified, reported to the leader; no fine', async () => {
    const process = await referred();
    await process.complete('open-file', TAKEN);
    expect(process.task('name-investigator').who).toEqual(['supervision-office']);
    await process.complete('name-investigator', { investigator: 'wang', departments: [], complex: false });
    expect([...process.tasks].sort()).toEqual(['collect-evidence', 'hear-respondent']);
    expect(process.task('collect-evidence').who).toEqual(['wang']);
    await process.complete('collect-evidence');
    await process.complete('hear-respondent');
    await process.complete('write-report', { justified: 'yes', conclusive: true, fault: true });
    await process.complete('conclude', CONCLUDED);
    expect(process.times('media-penalties.impose-penalties')).toBe(0);
    await rectified(process);
    expect(process.task('report-leader').who).toEqual(['leader-in-charge']);
    await process.complete('report-leader');
    expect(process.over).toBe(true);
  });

  it('R09.2 a complainant who is known is heard as well', async () => {
    const process = await referred();
    await process.complete('open-file', { ...TAKEN, anonymous: false });
    await process.complete('name-investigator', { investigator: 'wang', departments: [], complex: false });
    expect([...process.tasks].sort()).toEqual(['collect-evidence', 'hear-complainant', 'hear-respondent']);
  });

  it.each(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'])(
    'R09.2 R11.11 %s costs nothing, of a store neither: put right',
    async (violationCode) => {
      const process = await referred('brokerage');
      await investigated(process, { ...TAKEN, respondentType: 'store', storeId: 'D01', respondents: ['D01'] });
      await process.complete('conclude', { ...CONCLUDED, violationCode });
      expect(process.times('media-penalties.impose-penalties')).toBe(0);
      expect(process.tasks).toEqual(['carry-out']);
    },
  );

  it('R11.11 a store that is fined by the schedule: imposed once for the file; a department never', async () => {
    const process = await referred('brokerage');
    await investigated(process, { ...TAKEN, respondentType: 'store', storeId: 'D01', respondents: ['D01'] });
    await process.complete('conclude', { ...CONCLUDED, violationCode: 'F1' });
    expect(process.did('media-penalties.impose-penalties').variables).toMatchObject({
      caseNo: null,
      storeId: 'D01',
      source: 'supervision:DB-T-20260302-0001',
      penalties: [{ payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.11' }],
    });
    const department = await referred('brokerage');
    await investigated(department);
    await department.complete('conclude', { ...CONCLUDED, violationCode: 'F1' });
    expect(department.times('media-penalties.impose-penalties')).toBe(0);
  });

  it('R09.2 not found: straight to the leader', async () => {
    const process = await referred();
    await investigated(process);
    const nothing = { ...CONCLUDED, found: false, violationCode: null, measures: [] };
    await process.complete('conclude', nothing);
    expect(process.tasks).toEqual(['report-leader']);
  });

  it('R03.5 the audit is due: sampled within its limit, systemic findings open a corrective action with the audit’s number', async () => {
    const process = await audit();
    expect(process.task('sample-cases').headers).toMatchObject({ deadlineRule: 'R03.5' });
    expect(process.task('sample-cases').who).toEqual(['supervision-office']);
    await process.complete('sample-cases', { supervisionNo: 'DB-T-20260310-0001' });
    await process.complete('conclude', {
      ...CONCLUDED,
      violationCode: null,
      systemic: true,
      responsibleGroup: 'customer-service',
    });
    await rectified(process);
    expect(process.did('investigation.open-corrective-action').variables).toMatchObject({
      origin: 'audit',
      originNo: 'DB-T-20260310-0001',
      responsibleGroup: 'customer-service',
      caseNo: null,
    });
    await process.complete('report-leader');
    expect(process.over).toBe(true);
  });
});

everyFlowOf('supervision');
