import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const input = {
  parties: ['unit-1'],
  mediatorGroup: 'operations-head',
  payFen: 12_300,
  measures: [{ measureNo: 'old' }],
};

describe('mediation', () => {
  it('R06.7 one side unwilling: failed at once, nothing of the caller is left in the outputs', async () => {
    const { it: mediation, common } = await run('property-company');
    await mediation.call('mediation', { ...common, ...input });
    expect(mediation.task('ask-willingness').who).toEqual(['operations-head']);
    await mediation.complete('ask-willingness', { willing: false });
    expect(mediation.over).toBe(true);
    expect(mediation.went('mediation/failed')).toBe(true);
    expect([mediation.value('mediated'), mediation.value('measures'), mediation.value('payFen')]).toEqual([
      'failed',
      [],
      0,
    ]);
  });

  it('R06.7 both agree: agreement with its measures and payment on file', async () => {
    const measures = [{ measureNo: 'TS-M1', group: 'engineering', plannedOn: '2026-03-20' }];
    const { it: mediation, common } = await run('brokerage');
    await mediation.call('mediation', { ...common, ...input });
    await mediation.complete('ask-willingness', { willing: true });
    expect(mediation.task('mediate').headers).toMatchObject({ deadlineRule: 'R06.7', form: 'mediation--mediate' });
    await mediation.complete('mediate', { agreed: true, measures, payFen: 2_000_000 });
    expect(mediation.times('investigation.record-agreement')).toBe(1);
    expect([mediation.value('mediated'), mediation.value('measures'), mediation.value('payFen')]).toEqual([
      'agreed',
      measures,
      2_000_000,
    ]);
  });

  it('R06.7 not agreed: failed', async () => {
    const { it: mediation, common } = await run('brokerage');
    await mediation.call('mediation', { ...common, ...input });
    await mediation.complete('ask-willingness', { willing: true });
    await mediation.complete('mediate', { agreed: false, measures: [] });
    expect(mediation.went('mediation/failed')).toBe(true);
    expect(mediation.value('mediated')).toBe('failed');
  });

  it('R06.7 the time for mediation ends: the task is gone, failed', async () => {
    const { it: mediation, common } = await run('brokerage');
    await mediation.call('mediation', { ...common, ...input });
    await mediation.complete('ask-willingness', { willing: true });
    await mediation.reach('R06.7');
    expect(mediation.tasks).toEqual([]);
    expect(mediation.went('mediation/timed-out')).toBe(true);
    expect([mediation.value('mediated'), mediation.value('measures')]).toEqual(['failed', []]);
  });
});

everyFlowOf('mediation');
