import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

describe('extension-approval', () => {
  it('R04.13 beyond the maximum: refused without anybody asked', async () => {
    const refuse = { 'tasklist.check-extension': () => ({ bpmnError: 'extension-beyond-maximum' }) };
    const { it: extension, common, caseNo } = await run('developer', refuse);
    await extension.call('extension-approval', { ...common, subjectNo: `${caseNo}-Y1` });
    expect(extension.went('extension-approval/refused')).toBe(true);
    expect(extension.times('tasklist.extend-deadline')).toBe(0);
  });

  it('R04.13 R10.2 within it: the right authority approves, the end moves, the complainant is told', async () => {
    const {
      it: extension,
      common,
      caseNo,
    } = await run('developer', {
      'tasklist.check-extension': () => ({ limitId: 'R04.13', severity: 'major', amountYuan: 500 }),
    });
    await extension.call('extension-approval', { ...common, subjectNo: `${caseNo}-Y1` });
    const task = extension.task('approve-extension');
    expect(task.who).toEqual(['region-executive']);
    expect(task.headers).toMatchObject({ deadlineRule: 'R04.13#approval' });
    await extension.complete('approve-extension', { approved: true, extraDays: 10 });
    expect(extension.did('tasklist.extend-deadline').variables).toMatchObject({
      subjectNo: `${caseNo}-Y1`,
      limitId: 'R04.13',
      extraDays: 10,
    });
    expect(extension.notices).toEqual(['extension']);
    expect(extension.did('intake.record-notice').variables).toMatchObject({ subjectNo: caseNo });
    expect(extension.over).toBe(true);
  });

  it('R09.7 the three days of a department: signed by the leader in charge', async () => {
    const { it: extension, common } = await run('developer', {
      'tasklist.check-extension': () => ({ limitId: 'R09.7', severity: 'general', amountYuan: 0 }),
    });
    await extension.call('extension-approval', common);
    expect(extension.task('approve-extension').who).toEqual(['leader-in-charge']);
  });

  it('R04.13 not approved: the limit stays', async () => {
    const { it: extension, common } = await run('property-company');
    await extension.call('extension-approval', common);
    await extension.complete('approve-extension', { approved: false });
    expect(extension.went('extension-approval/not-approved')).toBe(true);
    expect(extension.times('tasklist.extend-deadline')).toBe(0);
    expect(extension.notices).toEqual([]);
  });
});

everyFlowOf('extension-approval');
