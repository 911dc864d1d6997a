import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const general = { severity: 'general', amountYuan: null };
const input = {
  extent: 'ordinary',
  ...general,
  completionAcceptedOn: '2025-03-10',
  reportedOn: '2026-03-10',
  component: 'wet-room',
};

async function called(more = {}, orgType = 'property-company') {
  const { it: builder, common } = await run(orgType);
  await builder.call('construction-warranty', { ...common, ...input, ...more });
  return builder;
}
type Builder = Awaited<ReturnType<typeof called>>;

const measures = ['M1', 'M2'].map((no) => ({
  measureNo: `TS-T-20260302-0001-${no}`,
  group: 'site-project-dept',
  plannedOn: '2026-03-20',
}));

async function solutionAgreed(builder: Builder) {
  await builder.complete('give-opinion');
  await builder.complete('give-opinion');
  await builder.complete('conclude', { measures, agreed: true, ...general });
}

describe('construction-warranty', () => {
  it.each([
    ['2025-03-10', '2026-03-10', 'assign-project', 'site-project-dept'],
    ['2025-03-10', '2026-03-11', 'assign-crew', 'maintenance-crew'],
    ['2024-02-29', '2025-02-28', 'assign-project', 'site-project-dept'],
    ['2024-02-29', '2025-03-01', 'assign-crew', 'maintenance-crew'],
  ])('R02.9 accepted %s, reported %s: %s, %s repairs', async (completionAcceptedOn, reportedOn, task, group) => {
    const builder = await called({ completionAcceptedOn, reportedOn });
    expect(builder.tasks).toEqual([task]);
    expect(builder.task(task).who).toEqual(['construction-engineering']);
    expect(builder.task(task).headers).toMatchObject({ deadlineRule: 'R02.9#assign' });
    await builder.complete(task, { agreedOn: null, ...general });
    expect(builder.task('repair').who).toEqual([group]);
  });

  it('R02.9 the acceptance is not on file: entered first, then judged', async () => {
    const builder = await called({ completionAcceptedOn: null });
    expect(builder.tasks).toEqual(['enter-acceptance']);
    await builder.complete('enter-acceptance', { completionAcceptedOn: '2024-01-05' });
    expect(builder.tasks).toEqual(['assign-crew']);
  });

  it('R02.9 five days from the report, or the day agreed with the owner; not accepted: repaired again; accepted: recorded', async () => {
    const builder = await called();
    await builder.complete('assign-project', { agreedOn: '2026-03-20', ...general });
    expect(builder.task('repair').headers).toMatchObject({ deadlineRule: 'R02.9#repair', deadlineDate: 'agreedOn' });
    expect(builder.task('repair').variables['agreedOn']).toBe('2026-03-20');
    await builder.complete('repair');
    expect(builder.task('owner-accepts').who).toEqual(['customer-service']);
    await builder.complete('owner-accepts', { accepted: false });
    expect(builder.tasks).toEqual(['repair']);
    await builder.complete('repair');
    await builder.complete('owner-accepts', { accepted: true });
    expect(builder.did('warranty-routing.record-repair').variables).toMatchObject({
      underWarranty: true,
      repairGroup: 'site-project-dept',
    });
    expect(builder.over).toBe(true);
  });

  it.each([
    ['serious or complex', { extent: 'serious' }, general],
    ['a major case', {}, { severity: 'major', amountYuan: 20000 }],
  ])(
    'R02.11 %s: assigned first, then the joint survey; no repair task, its measures are followed',
    async (_, more, now) => {
      const builder = await called(more);
      await builder.complete('assign-project', { agreedOn: null, ...now });
      expect(builder.tasks).toEqual(['lead-survey']);
      expect(builder.task('lead-survey').who).toEqual(['customer-service']);
      expect(builder.task('lead-survey').headers).toMatchObject({ deadlineRule: 'R02.11' });
      await builder.complete('lead-survey', { departments: ['construction-engineering', 'operations-head'], ...now });
      expect(builder.tasks).toEqual(['give-opinion', 'give-opinion']);
      await solutionAgreed(builder);
      expect(builder.tasks).toEqual(['carry-out', 'carry-out']);
      expect(builder.went('construction-warranty/repair')).toBe(false);
      while (builder.tasks.includes('carry-out')) {
        await builder.complete('carry-out');
        await builder.complete('verify-measure', { done: true });
      }
      expect(builder.tasks).toEqual(['owner-accepts']);
      await builder.complete('owner-accepts', { accepted: true });
      expect(builder.over).toBe(true);
    },
  );

  it('R02.11 ordinary and general: the repair task at once, no joint survey', async () => {
    const builder = await called();
    await builder.complete('assign-project', { agreedOn: null, ...general });
    expect(builder.tasks).toEqual(['repair']);
  });

  everyFlowOf('construction-warranty');
});
