import type { ProcessRun, Workers } from './process-run.js';
import { scenario } from './scenario.js';

const { everyFlowOf, run: open } = scenario();

/** Pseudonyms of one report: nobody outside employee-reports knows whose they are. */
const HANDLERS = { supervisor: 'P-S', hrHandler: 'P-H', manager: 'P-M', lead: 'P-C' };
const PICKED: Workers = { 'employee-reports.pick-handlers': () => HANDLERS };

async function report(reportForm: 'oral' | 'written', workers: Workers = PICKED): Promise<ProcessRun> {
  const { it, caseNo: reportNo } = await open('group', workers);
  await it.start('start-employee-report', { subjectNo: reportNo, reportNo, reportForm });
  return it;
}

async function investigated(it: ProcessRun): Promise<void> {
  await it.complete('preliminary-check', { credible: true });
  await it.complete('name-lead', { lead: 'P-L' });
  for (const task of ['collect', 'assist', 'hear-reporter', 'hear-accused']) await it.complete(task);
}

describe('employee-report', () => {
  it('R05.1 R05.7 an oral report goes to the supervisor, one person; settled: HR tells the outcome, it is archived', async () => {
    const it = await report('oral');
    expect(it.times('employee-reports.acknowledge-report')).toBe(1);
    expect(it.tasks).toEqual(['supervisor-handles']);
    expect(it.task('supervisor-handles')).toMatchObject({ who: ['P-S'], headers: { deadlineRule: 'R05.7' } });
    await it.complete('supervisor-handles', { settled: true });
    expect(it.value('lead')).toBe('P-C');
    expect(it.task('give-outcome')).toMatchObject({
      who: ['P-H'],
      headers: { deadlineRule: 'R05.5', review: 'true' },
    });
    await it.complete('give-outcome');
    expect(it.times('employee-reports.seal-report')).toBe(1);
    expect(it.over).toBe(true);
  });

  it('R05.1 R05.7 a written report begins with the preliminary check by HR; not credible: the reasons are told', async () => {
    const it = await report('written');
    expect(it.tasks).toEqual(['preliminary-check']);
    expect(it.task('preliminary-check')).toMatchObject({ who: ['P-H'], headers: { deadlineRule: 'R05.7#check' } });
    await it.complete('preliminary-check', { credible: false });
    await it.complete('give-outcome');
    expect(it.over).toBe(true);
  });

  it('R05.7 an oral report that the supervisor did not settle goes on to HR', async () => {
    const it = await report('oral');
    await it.complete('supervisor-handles', { settled: false });
    expect(it.tasks).toEqual(['preliminary-check']);
  });

  it('R05.7 no supervisor is free: an oral report skips them', async () => {
    const it = await report('oral', {
      'employee-reports.pick-handlers': () => ({ ...HANDLERS, supervisor: null }),
    });
    expect(it.tasks).toEqual(['preliminary-check']);
  });

  it('R05.3 R05.7 the management names the lead; evidence, HR and both sides at once, the conclusion waits for all', async () => {
    const it = await report('written');
    await it.complete('preliminary-check', { credible: true });
    expect(it.task('name-lead').who).toEqual(['P-M']);
    await it.complete('name-lead', { lead: 'P-L' });
    expect([...it.tasks].sort()).toEqual(['assist', 'collect', 'hear-accused', 'hear-reporter']);
    expect(it.task('assist').who).toEqual(['P-H']);
    for (const task of ['collect', 'hear-reporter', 'hear-accused']) expect(it.task(task).who).toEqual(['P-L']);
    await it.complete('collect');
    await it.complete('assist');
    await it.complete('hear-reporter');
    expect(it.tasks).toEqual(['hear-accused']);
    await it.complete('hear-accused');
    expect(it.tasks).toEqual(['conclude']);
  });

  it('R05.4 R05.6 R05.7 the management sends a conclusion back, then agrees; carried out, told, sealed', async () => {
    const it = await report('written');
    await investigated(it);
    expect(it.task('conclude').who).toEqual(['P-L']);
    await it.complete('conclude');
    expect(it.task('supervise').who).toEqual(['P-M']);
    await it.complete('supervise', { approved: false });
    await it.complete('conclude');
    await it.complete('supervise', { approved: true });
    expect(it.task('carry-out').who).toEqual(['P-L']);
    await it.complete('carry-out');
    await it.complete('give-outcome');
    expect(it.went('employee-report/sealed')).toBe(true);
    expect(it.over).toBe(true);
  });

  it('R05.7 all handlers named: the group centre assigns, and its persons have the tasks', async () => {
    const it = await report('oral', {
      'employee-reports.pick-handlers': () => ({
        bpmnError: 'handlers-conflicted',
        variables: { allHandlersNamed: true },
      }),
    });
    expect(it.value('allHandlersNamed')).toBe(true);
    expect(it.task('group-assigns').who).toEqual(['group-supervision-centre']);
    await it.complete('group-assigns', { lead: 'P-1', hrHandler: 'P-2', manager: 'P-3' });
    expect(it.task('preliminary-check').who).toEqual(['P-2']);
    await it.complete('preliminary-check', { credible: true });
    expect(it.task('name-lead').who).toEqual(['P-3']);
  });

  it('access.md §5: variables hold the number, the form and pseudonyms, nothing else', async () => {
    const it = await report('written');
    await investigated(it);
    const names = Object.keys(it.task('conclude').variables).filter((name) => name !== 'traceparent');
    expect(names.sort()).toEqual([
      'credible',
      'hrHandler',
      'lead',
      'manager',
      'outcomeId',
      'reportForm',
      'reportNo',
      'subjectNo',
      'supervisor',
    ]);
  });
});

everyFlowOf('employee-report');
