import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

async function missed(workers = {}) {
  const { it: process, common, caseNo } = await run('property-company', workers);
  await process.start('start-overdue-escalation', {
    ...common,
    subjectNo: caseNo,
    overdueNo: caseNo,
    limitId: 'R04.8',
    level: 1,
  });
  return process;
}

describe('overdue-escalation', () => {
  it('R03.8 the superior acts, with a limit of their own', async () => {
    const process = await missed();
    expect(process.did('tasklist.find-superior').variables).toMatchObject({ limitId: 'R04.8', level: 1 });
    expect(process.task('act-on-overdue').who).toEqual(['customer-service']);
    expect(process.task('act-on-overdue').headers).toMatchObject({ deadlineRule: 'R03.8' });
    await process.complete('act-on-overdue', { unjustified: false });
    expect(process.over).toBe(true);
    expect(process.times('investigation.open-supervision')).toBe(0);
  });

  it('R12.4 R13.1 whom find-superior names has the task', async () => {
    const process = await missed({
      'tasklist.find-superior': () => ({ superiorGroup: 'operations-head', level: 1 }),
    });
    expect(process.task('act-on-overdue').who).toEqual(['operations-head']);
  });

  it('R09.2 an unjustified delay goes to the supervision office', async () => {
    const process = await missed();
    await process.complete('act-on-overdue', { unjustified: true });
    expect(process.did('investigation.open-supervision').variables).toMatchObject({ limitId: 'R04.8' });
    expect(process.over).toBe(true);
  });

  it('R03.8 the subject ends meanwhile: the task is gone', async () => {
    const process = await missed();
    await process.publish('overdue-over');
    expect(process.tasks).toEqual([]);
    expect(process.went('overdue-escalation/dropped')).toBe(true);
  });
});

everyFlowOf('overdue-escalation');
