import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const planned = { measureGroup: 'engineering', plannedOn: '2026-03-12' };

describe('measure-follow-up', () => {
  it('R13.5 R09.6 carried out, verified by the receiver, closed', async () => {
    const { it: measure, common, caseNo } = await run('property-company');
    const call = { ...common, ...planned, subjectNo: `${caseNo}-M1`, deadlineRule: 'R13.5' };
    await measure.call('measure-follow-up', call);
    const task = measure.task('carry-out');
    expect(task.who).toEqual(['engineering']);
    expect(task.headers).toMatchObject({ deadlineRule: '=deadlineRule', deadlineDate: 'plannedOn' });
    expect(task.variables).toMatchObject({ deadlineRule: 'R13.5', plannedOn: '2026-03-12' });
    await measure.complete('carry-out');
    expect(measure.task('verify-measure').who).toEqual(['intake-desk']);
    expect(measure.task('verify-measure').headers).toMatchObject({ deadlineRule: 'R13.5#verify' });
    await measure.complete('verify-measure', { done: true });
    expect(measure.did('investigation.close-measure').variables).toMatchObject({ subjectNo: `${caseNo}-M1`, caseNo });
    expect(measure.over).toBe(true);
  });

  it('R13.5 verifying rejects it: carried out again', async () => {
    const { it: measure, common } = await run('property-company');
    await measure.call('measure-follow-up', { ...common, ...planned, deadlineRule: 'R13.5' });
    await measure.complete('carry-out');
    await measure.complete('verify-measure', { done: false });
    expect(measure.tasks).toEqual(['carry-out']);
    expect(measure.times('investigation.close-measure')).toBe(0);
  });

  it('R01.8 open for long: the progress is told by the channel of the case, each time the limit ends', async () => {
    const { it: measure, common, caseNo } = await run('developer');
    const call = { ...common, ...planned, subjectNo: `${caseNo}-M1`, deadlineRule: 'R01.5', channel: 'letter' };
    await measure.call('measure-follow-up', call);
    await measure.reach('R01.8', caseNo);
    expect(measure.tasks).toEqual(['carry-out', 'tell-in-person']);
    expect(measure.task('tell-in-person').variables).toMatchObject({ noticeTemplate: 'progress', subjectNo: caseNo });
    await measure.complete('tell-in-person');
    await measure.reach('R01.8', caseNo);
    await measure.complete('tell-in-person');
    expect(measure.notices).toEqual(['progress', 'progress']);
    await measure.complete('carry-out');
    await measure.complete('verify-measure', { done: true });
    expect(measure.over).toBe(true);
  });

  it('R01.8 a measure without a case waits under its own number', async () => {
    const { it: measure, common } = await run('developer');
    await measure.call('measure-follow-up', {
      ...common,
      ...planned,
      subjectNo: 'DB-1-M1',
      caseNo: null,
      deadlineRule: 'R01.5',
    });
    expect(measure.tasks).toEqual(['carry-out']);
  });

  it('R13.3 a repair request or an invalid complaint starts it by message', async () => {
    const { it: measure, common, caseNo } = await run('property-company');
    await measure.start('start-measure-follow-up', {
      ...common,
      measureGroup: 'service-centre-engineering',
      plannedOn: '2026-03-05',
      deadlineRule: 'R13.5',
      ownerGroup: 'property-steward',
    });
    expect(measure.task('carry-out').who).toEqual(['service-centre-engineering']);
    await measure.complete('carry-out');
    expect(measure.task('verify-measure').who).toEqual(['property-steward']);
    await measure.complete('verify-measure', { done: true });
    expect(measure.did('investigation.close-measure').variables).toMatchObject({ subjectNo: caseNo });
  });
});

everyFlowOf('measure-follow-up');
