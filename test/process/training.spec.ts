import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

const due = async (orgType: string, deadlineRule: string) => {
  const { it: training, common } = await run(orgType, {
    'tasklist.list-trainees': () => ({ trainees: 3, deadlineRule }),
  });
  await training.start('start-training', {
    ...common,
    caseNo: null,
    unitId: 'org-1',
    period: '2026-07-01',
    dueOn: '2026-07-01',
  });
  return training;
};

describe('training', () => {
  it('R03.6 a due training is planned, attended and recorded, within the limit of intake staff', async () => {
    const training = await due('developer', 'R03.6');
    expect(training.did('tasklist.list-trainees').variables).toMatchObject({ unitId: 'org-1', dueOn: '2026-07-01' });
    expect(training.task('plan-course').who).toEqual(['training-admin']);
    await training.complete('plan-course');
    const attendance = training.task('record-attendance');
    expect(attendance.who).toEqual(['training-admin']);
    expect(attendance.headers).toMatchObject({ deadlineRule: '=deadlineRule' });
    expect(attendance.variables).toMatchObject({ deadlineRule: 'R03.6' });
    await training.complete('record-attendance', { absent: 0 });
    expect(training.times('tasklist.record-training')).toBe(1);
    expect(training.over).toBe(true);
  });

  it('R03.6 one absentee: the make-up comes before the record', async () => {
    const training = await due('developer', 'R03.6');
    await training.complete('plan-course');
    await training.complete('record-attendance', { absent: 1 });
    expect(training.tasks).toEqual(['make-up']);
    expect(training.times('tasklist.record-training')).toBe(0);
    await training.complete('make-up');
    expect(training.times('tasklist.record-training')).toBe(1);
    expect(training.over).toBe(true);
  });

  it('R06.3 brokerage staff: the limit of R06.3', async () => {
    const training = await due('brokerage', 'R06.3');
    await training.complete('plan-course');
    expect(training.task('record-attendance').variables).toMatchObject({ deadlineRule: 'R06.3' });
  });
});

everyFlowOf('training');
