import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = {
  outcome: 'open',
  handlerGroup: 'engineering',
  payFen: 0,
  agreed: null,
  measures: [],
  severity: 'general',
  amountYuan: null,
};
const two = [
  { measureNo: 'TS-M1', group: 'engineering', plannedOn: '2026-03-20' },
  { measureNo: 'TS-M2', group: 'finance', plannedOn: '2026-03-25' },
];

describe('decide-and-answer', () => {
  it('R08.5 R12.3 explained: no decision, a written reply', async () => {
    const { it: answer, common } = await run('developer');
    await answer.call('decide-and-answer', { ...common, ...input, outcome: 'explained' });
    expect(answer.tasks).toEqual(['write-reply']);
    expect(answer.task('write-reply').who).toEqual(['engineering']);
    expect(answer.task('write-reply').headers).toMatchObject({ deadlineRule: 'R12.3', review: 'true' });
    await answer.complete('write-reply', { correctiveNeeded: false });
    expect(answer.over).toBe(true);
    expect([answer.value('correctiveNeeded'), answer.value('decisionTold')]).toEqual([false, false]);
  });

  it('R04.8 solved the same day, nothing paid, general, both agree: no decision', async () => {
    const { it: answer, common } = await run('developer');
    await answer.call('decide-and-answer', { ...common, ...input, outcome: 'solved', agreed: true, payFen: null });
    expect(answer.tasks).toEqual(['write-reply']);
  });

  it.each([
    ['1 yuan paid', { payFen: 100 }],
    ['major', { severity: 'major' }],
    ['not agreed', { agreed: false }],
    ['nobody said whether both agree', { agreed: null }],
  ])('R04.8 solved, but %s: somebody decides', async (_, more) => {
    const { it: answer, common } = await run('developer');
    await answer.call('decide-and-answer', { ...common, ...input, outcome: 'solved', agreed: true, ...more });
    expect(answer.tasks).toEqual(['decide']);
  });

  it('R06.7 agreed by mediation, nothing paid, general: told, measures followed up, no decision', async () => {
    const { it: answer, common, caseNo } = await run('property-company');
    await answer.call('decide-and-answer', { ...common, ...input, outcome: 'agreed', measures: two });
    expect(answer.notices).toEqual(['decision']);
    expect(answer.tasks).toEqual(['carry-out', 'carry-out']);
    expect(answer.task('carry-out').variables).toMatchObject({ subjectNo: 'TS-M1', caseNo, deadlineRule: 'R13.5' });
  });

  it('R06.7 20,000 yuan agreed by mediation: the decider adopts it first', async () => {
    const { it: answer, common } = await run('brokerage');
    await answer.call('decide-and-answer', { ...common, ...input, outcome: 'agreed', payFen: 2_000_000 });
    expect(answer.task('decide').who).toEqual(['region-head']);
  });

  it('R04.8 R01.5 R04.11 decision: in force, told with the right of review, both measures tracked, then the reply', async () => {
    const { it: answer, common } = await run('developer', {
      'investigation.issue-decision': () => ({ measures: two, severity: 'general', amountYuan: 500 }),
    });
    await answer.call('decide-and-answer', { ...common, ...input });
    const task = answer.task('decide');
    expect(task.who).toEqual(['project-head']);
    expect(task.headers).toMatchObject({ deadlineRule: 'R04.8', review: 'true' });
    await answer.complete('decide', { severity: 'general', amountYuan: 500 });
    expect(answer.did('investigation.issue-decision').headers).toMatchObject({ limits: 'R04.11' });
    expect(answer.notices).toEqual(['decision']);
    expect(answer.task('carry-out').variables).toMatchObject({ deadlineRule: 'R01.5', plannedOn: '2026-03-20' });
    for (let measure = 0; measure < 2; measure++) {
      expect(answer.tasks).not.toContain('write-reply');
      await answer.complete('carry-out');
      await answer.complete('verify-measure', { done: true });
    }
    await answer.complete('write-reply', { correctiveNeeded: true });
    expect([answer.value('correctiveNeeded'), answer.value('decisionTold')]).toEqual([true, true]);
  });

  it('R10.2 R10.6 above the decider’s authority: the next level decides with the figures of the error', async () => {
    let tries = 0;
    const { it: answer, common } = await run('developer', {
      'investigation.issue-decision': () => {
        tries += 1;
        if (tries === 1)
          return { bpmnError: 'authority-exceeded', variables: { severity: 'major', amountYuan: 100_000 } };
        return { measures: [] };
      },
    });
    await answer.call('decide-and-answer', { ...common, ...input });
    expect(answer.task('decide').who).toEqual(['project-head']);
    await answer.complete('decide');
    expect(answer.task('decide').who).toEqual(['group-executive']);
    await answer.complete('decide');
    expect(answer.tasks).toEqual(['write-reply']);
  });
});

everyFlowOf('decide-and-answer');
