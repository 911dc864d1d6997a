import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const facts = {
  severity: 'major',
  dangerToPersons: true,
  disturbsOperation: false,
  harmsStanding: null,
  projectType: 'residential',
  because: 'decision',
};
const TEAM = {
  siteLead: 'zhou',
  monitorLead: 'engineering',
  spokesperson: 'marketing',
  departments: ['finance', 'engineering'],
};
const BRANCHES = [
  'direct',
  'handle-on-site',
  'coordinate',
  'coordinate',
  'monitor-site',
  'guide-opinion',
  'draft-release',
];

async function activated(orgType = 'developer') {
  const { it: process, common, caseNo } = await run(orgType);
  await process.start('start-emergency-response', { ...common, ...facts });
  return { process, common, caseNo };
}
async function withTeam(orgType = 'developer', team: Partial<typeof TEAM> = {}) {
  const started = await activated(orgType);
  await started.process.complete('form-team', { ...TEAM, ...team });
  return started.process;
}
async function carriedOut(process: Awaited<ReturnType<typeof withTeam>>, but?: string) {
  for (const task of process.tasks) if (task !== but) await process.complete(task);
}

describe('emergency-response', () => {
  it('R08.8 activated: the leading group is alerted at once, the team is due one hour after the start', async () => {
    const { process } = await activated();
    expect(process.done.map(({ type }) => type)).toEqual(['emergency-response.alert-leading-group']);
    expect(process.did('emergency-response.alert-leading-group').variables).toMatchObject({ because: 'decision' });
    expect(process.task('form-team').headers).toMatchObject({ deadlineRule: 'R08.8#team' });
    expect(process.task('form-team').who).toEqual(['emergency-office']);
  });

  it('R08.8 R08.2 six branches open together, each with who was named; every department has its task', async () => {
    const process = await withTeam();
    expect([...process.tasks].sort()).toEqual([...BRANCHES].sort());
    expect(process.task('direct').who).toEqual(['emergency-leading-group']);
    expect(process.task('handle-on-site').who).toEqual(['zhou']);
    expect(process.task('monitor-site').who).toEqual(['engineering']);
    expect(process.task('guide-opinion').who).toEqual(['marketing']);
    expect(process.task('draft-release').who).toEqual(['marketing']);
    expect(process.task('coordinate').who).toEqual(['finance']);
    await process.complete('coordinate');
    expect(process.task('coordinate').who).toEqual(['engineering']);
  });

  it.each(['direct', 'handle-on-site', 'monitor-site', 'guide-opinion', 'draft-release'])(
    'R08.8 %s is still open: the join waits',
    async (open) => {
      const process = await withTeam();
      await carriedOut(process, open);
      expect(process.tasks).toEqual([open]);
      await process.complete(open);
      expect(process.tasks).toEqual(['assess']);
    },
  );

  it('R08.8 one department of two is still open: the join waits', async () => {
    const process = await withTeam();
    await carriedOut(process, 'coordinate');
    await process.complete('coordinate');
    expect(process.tasks).toEqual(['coordinate']);
    await process.complete('coordinate');
    expect(process.tasks).toEqual(['assess']);
    expect(process.task('assess').who).toEqual(['emergency-leading-group']);
  });

  it('R08.8 the release is that of its own task, whatever the branches beside it complete', async () => {
    const process = await withTeam();
    const { key } = process.task('draft-release');
    await process.complete('guide-opinion');
    await process.complete('draft-release');
    expect(process.did('emergency-response.publish-information').variables).toMatchObject({
      outcomeId: `outcome-${String(key)}`,
    });
  });

  it('R08.10 over: closed, no revision, no further site task; nothing is corrected', async () => {
    const process = await withTeam();
    await carriedOut(process);
    await process.complete('assess', { result: 'over', revise: false });
    expect(process.did('emergency-response.close-response').variables).toMatchObject({ result: 'over', revise: false });
    expect(process.times('emergency-response.correct-publication')).toBe(0);
    expect(process.times('studio.open-revision')).toBe(0);
    expect(process.tasks).toEqual([]);
    expect(process.over).toBe(true);
  });

  it('R08.10 continue: a new site task for the same person, with the other five branches; then over', async () => {
    const process = await withTeam();
    await carriedOut(process);
    await process.complete('assess', { result: 'continue', revise: false });
    expect([...process.tasks].sort()).toEqual([...BRANCHES].sort());
    expect(process.task('handle-on-site').who).toEqual(['zhou']);
    expect(process.times('emergency-response.close-response')).toBe(0);
    await carriedOut(process);
    await process.complete('assess', { result: 'over', revise: false });
    expect(process.over).toBe(true);
  });

  it('R08.8 false alarm: the publication is corrected before the response closes', async () => {
    const process = await withTeam();
    await carriedOut(process);
    await process.complete('assess', { result: 'false-alarm', revise: false });
    const types = process.done.map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['emergency-response.correct-publication', 'emergency-response.close-response']);
    expect(process.did('emergency-response.close-response').variables).toMatchObject({ result: 'false-alarm' });
    expect(process.over).toBe(true);
  });

  it('R08.8 false alarm after two rounds: the compensation runs for each round that published', async () => {
    const process = await withTeam();
    await carriedOut(process);
    await process.complete('assess', { result: 'continue', revise: false });
    await carriedOut(process);
    await process.complete('assess', { result: 'false-alarm', revise: false });
    expect(process.times('emergency-response.correct-publication')).toBe(2);
    expect(process.over).toBe(true);
  });

  it('R08.9 the assessment asks for a revision of the plan: drafted by the leading group', async () => {
    const process = await withTeam();
    await carriedOut(process);
    await process.complete('assess', { result: 'over', revise: true });
    expect(process.did('studio.open-revision').variables).toMatchObject({
      revisionKind: 'emergency-plan',
      drafterGroup: 'emergency-leading-group',
    });
    expect(process.over).toBe(true);
  });

  it.each([
    ['construction-company', 'construction-engineering', 'general-manager'],
    ['property-company', 'operations-head', 'general-manager'],
    ['registration-centre', 'intake-desk', 'leader-in-charge'],
    ['brokerage', 'region-office', 'region-head'],
    ['group', 'group-customer-service', 'group-executive'],
  ])('R08.8 %s: the same with the posts that it has, no task without a holder', async (orgType, office, lead) => {
    const { process } = await activated(orgType);
    expect(process.task('form-team').who).toEqual([office]);
    await process.complete('form-team', { ...TEAM, departments: ['intake-desk'] });
    expect(process.task('direct').who).toEqual([lead]);
    await carriedOut(process);
    expect(process.task('assess').who).toEqual([lead]);
    await process.complete('assess', { result: 'over', revise: true });
    expect(process.did('studio.open-revision').variables).toMatchObject({ drafterGroup: lead });
    expect(process.over).toBe(true);
  });

  it('R08.7 started twice: one response', async () => {
    const { process, common } = await activated();
    await process.start('start-emergency-response', { ...common, ...facts, because: 'by-hand' });
    expect(process.tasks).toEqual(['form-team']);
    expect(process.times('emergency-response.alert-leading-group')).toBe(1);
  });
});

everyFlowOf('emergency-response');
