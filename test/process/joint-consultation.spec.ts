import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const measures = [{ measureNo: 'TS-M1', group: 'engineering', plannedOn: '2026-03-20' }];
const input = {
  departments: ['engineering', 'marketing', 'finance'],
  leadGroup: 'customer-service',
  severity: 'general',
  amountYuan: null,
};

describe('joint-consultation', () => {
  it('R04.10 R07.5 three departments answer, all agree: the plan is the output', async () => {
    const { it: consultation, common } = await run('developer');
    await consultation.call('joint-consultation', { ...common, ...input });
    expect(consultation.did('investigation.open-consultation').variables).toMatchObject({
      departments: input.departments,
    });
    expect(consultation.tasks).toEqual(['give-opinion', 'give-opinion', 'give-opinion']);
    expect(consultation.task('give-opinion').who).toEqual(['engineering']);
    expect(consultation.task('give-opinion').headers).toMatchObject({ deadlineRule: 'R04.10' });
    for (const department of input.departments) {
      expect(consultation.task('give-opinion').who).toEqual([department]);
      await consultation.complete('give-opinion');
    }
    expect(consultation.task('conclude').who).toEqual(['customer-service']);
    await consultation.complete('conclude', { measures, agreed: true, severity: 'general', amountYuan: null });
    expect([consultation.value('agreed'), consultation.value('measures')]).toEqual([true, measures]);
    expect(consultation.over).toBe(true);
  });

  it('R04.10 the limit ends with one silent: its task is gone, the conclusion goes on', async () => {
    const { it: consultation, common } = await run('developer');
    await consultation.call('joint-consultation', { ...common, ...input });
    await consultation.complete('give-opinion');
    await consultation.complete('give-opinion');
    expect(consultation.tasks).toEqual(['give-opinion']);
    await consultation.reach('R04.10');
    expect(consultation.tasks).toEqual(['conclude']);
  });

  it('R04.10 R10.2 a difference: settled by the authority for the figures of the case as they are now', async () => {
    const { it: consultation, common } = await run('developer');
    await consultation.call('joint-consultation', { ...common, ...input, departments: ['engineering'] });
    await consultation.complete('give-opinion');
    await consultation.complete('conclude', { measures: [], agreed: false, severity: 'general', amountYuan: 100_000 });
    expect(consultation.task('settle-difference').who).toEqual(['group-executive']);
    await consultation.complete('settle-difference', { measures });
    expect([consultation.value('agreed'), consultation.value('measures')]).toEqual([false, measures]);
  });

  it('R04.10 no department named: nothing stops', async () => {
    const { it: consultation, common } = await run('developer');
    await consultation.call('joint-consultation', { ...common, ...input, departments: [] });
    expect(consultation.tasks).toEqual(['conclude']);
  });
});

everyFlowOf('joint-consultation');
