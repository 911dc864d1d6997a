import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const facts = {
  severity: 'general',
  complexity: 'simple',
  amountYuan: null,
  households: 1,
  proceedings: false,
  departmentCount: 1,
  complexFlag: false,
  dangerToPersons: false,
  disturbsOperation: false,
  harmsStanding: false,
  projectType: 'residential',
  riskChanged: false,
  seriousReported: false,
};

async function review(orgType: string, more = {}, workers = {}) {
  const { it: process, common, caseNo } = await run(orgType, workers);
  await process.call('severity-review', { ...common, subjectNo: `${caseNo}-G1`, ...facts, ...more });
  return process;
}
const grown = { 'investigation.record-severity': () => ({ majorSinceAcceptance: true }) };

describe('severity-review', () => {
  it('R10.6 nothing changed: no record', async () => {
    const process = await review('developer');
    expect(process.went('severity-review/unchanged')).toBe(true);
    expect(process.done).toEqual([]);
  });

  it('R10.6 4 households become 5: major, with what it was before', async () => {
    const process = await review('developer', { households: 5 });
    expect(process.did('investigation.record-severity').variables).toMatchObject({
      severity: 'general',
      newSeverity: 'major',
      newComplexity: 'complex',
    });
    expect(process.over).toBe(true);
  });

  it('R10.6 the suit is withdrawn: general again', async () => {
    const process = await review('developer', { severity: 'major', complexity: 'complex' });
    expect(process.did('investigation.record-severity').variables).toMatchObject({ newSeverity: 'general' });
  });

  it('R04.10 several departments since: complex is recorded though the severity stays', async () => {
    const process = await review('developer', { departmentCount: 2 });
    expect(process.did('investigation.record-severity').variables).toMatchObject({
      newSeverity: 'general',
      newComplexity: 'complex',
    });
  });

  it('R10.6 at registration nothing was set before: recorded as provisional', async () => {
    const process = await review('developer', { severity: null, complexity: null });
    expect(process.times('investigation.record-severity')).toBe(1);
  });

  it.each([
    ['danger to persons in a general case', { dangerToPersons: true, riskChanged: true }],
    ['major and operation may suffer', { amountYuan: 10_000, disturbsOperation: true }],
    ['major and a danger that is not excluded', { amountYuan: 20_000, dangerToPersons: null }],
  ])('R08.5 R08.7 R08.1 %s: the emergency starts in the same minute', async (_, more) => {
    const process = await review('developer', more);
    expect(process.times('emergency-response.start-response')).toBe(1);
    expect(process.did('emergency-response.start-response').variables).toMatchObject({ severity: 'major' });
  });

  it.each([
    ['major, everything excluded', { amountYuan: 10_000 }],
    [
      'general, both risks, danger unknown',
      { disturbsOperation: true, harmsStanding: true, dangerToPersons: null, riskChanged: true },
    ],
  ])('R08.7 %s: no emergency', async (_, more) => {
    const process = await review('developer', more);
    expect(process.times('investigation.record-severity')).toBe(1);
    expect(process.times('emergency-response.start-response')).toBe(0);
  });

  it('R12.6 上报严重问题 at a property company: coordinated at 企业管理部, the general manager only when asked', async () => {
    const process = await review('property-company', { seriousReported: true });
    expect(process.task('coordinate-serious').who).toEqual(['management-dept']);
    expect(process.task('coordinate-serious').headers).toMatchObject({ deadlineRule: 'R12.6' });
    await process.complete('coordinate-serious', { toGeneralManager: true });
    expect(process.task('gm-decides').who).toEqual(['general-manager']);
    await process.complete('gm-decides');
    expect(process.over).toBe(true);
  });

  it('R12.6 major since acceptance at a developer: coordinated by the leader in charge', async () => {
    const process = await review('developer', { proceedings: true }, grown);
    expect(process.task('coordinate-serious').who).toEqual(['leader-in-charge']);
    await process.complete('coordinate-serious', { toGeneralManager: false });
    expect(process.over).toBe(true);
  });
});

everyFlowOf('severity-review');
