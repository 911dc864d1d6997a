import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const assigned = {
  component: 'wet-room',
  defectType: 'leak',
  repairGroup: 'site-project-dept',
  repairUnit: 'JZ01-XM',
  plannedOn: '2026-08-01',
};

async function registered(count: number) {
  const { it: defect, common } = await run('developer', { 'warranty-routing.record-defect': () => ({ count }) });
  const { subjectNo, orgId, orgType, posts } = common;
  await defect.start('start-delivery-defect', {
    subjectNo: subjectNo ?? null,
    orgId: orgId ?? null,
    orgType: orgType ?? null,
    posts: posts ?? null,
    ownerGroup: 'intake-desk',
  });
  expect(defect.tasks).toEqual(['assign-defect']);
  return defect;
}
type Defect = Awaited<ReturnType<typeof registered>>;

async function rectified(defect: Defect) {
  await defect.complete('assign-defect', assigned);
  await defect.complete('rectify');
  await defect.complete('accept-rectification', { passed: true });
}

describe('delivery-defect', () => {
  it('R10.4 assigned by the project’s customer service, rectified by the unit named within the planned day, accepted', async () => {
    const defect = await registered(1);
    expect(defect.task('assign-defect').who).toEqual(['project-customer-service']);
    await defect.complete('assign-defect', assigned);
    expect(defect.task('rectify').who).toEqual(['site-project-dept']);
    expect(defect.task('rectify').headers).toMatchObject({
      deadlineRule: 'R10.4#rectify',
      deadlineDate: 'plannedOn',
      unit: '=repairUnit',
    });
    await defect.complete('rectify');
    expect(defect.task('accept-rectification').who).toEqual(['project-customer-service']);
    await defect.complete('accept-rectification', { passed: false });
    expect(defect.tasks).toEqual(['rectify']);
    await defect.complete('rectify');
    await defect.complete('accept-rectification', { passed: true });
    expect(defect.did('warranty-routing.record-defect').variables).toMatchObject({ defectType: 'leak' });
    expect(defect.over).toBe(true);
  });

  it('R10.4 the fourth of its kind in the window: recorded, no analysis', async () => {
    const defect = await registered(4);
    await rectified(defect);
    expect(defect.went('delivery-defect/recorded')).toBe(true);
    expect(defect.over).toBe(true);
  });

  it('R10.4 the fifth: engineering analyses it, the group keeps the analysis', async () => {
    const defect = await registered(5);
    await rectified(defect);
    expect(defect.task('analyse').who).toEqual(['engineering']);
    await defect.complete('analyse');
    expect(defect.times('warranty-routing.file-analysis')).toBe(1);
    expect(defect.task('group-files').who).toEqual(['group-customer-service']);
    await defect.complete('group-files');
    expect(defect.went('delivery-defect/filed')).toBe(true);
    expect(defect.over).toBe(true);
  });

  everyFlowOf('delivery-defect');
});
