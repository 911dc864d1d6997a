import type { InternalCase } from '@huiying/contracts';
import type { TestUnit } from '@huiying/platform/testing';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import { TASKLIST } from '../schema.js';
import { TasklistModule } from '../tasklist.module.js';
import { TaskMirror } from '../feed/task-mirror.service.js';
import { CandidateFinder } from './candidates.js';
import { HolderWatch } from './holder-watch.js';

/** A brokerage with two regions, each with its office, and a third that has none, nor a manager in its store. */
const DIRECTORY: TestUnit[] = [
  { id: 'JJ', orgType: 'brokerage', staff: { gm: ['general-manager'] } },
  { id: 'JJ-SL', parent: 'JJ', staff: { desk: ['intake-desk'] } },
  { id: 'JJ-CW', parent: 'JJ', staff: { cai: ['finance'] } },
  { id: 'QY1', parent: 'JJ', kind: 'region', staff: { qu1: ['region-office'], tou1: ['region-head'] } },
  { id: 'QY2', parent: 'JJ', kind: 'region', staff: { qu2: ['region-office'], tou2: ['region-head'] } },
  { id: 'D11', parent: 'QY1', kind: 'store', staff: { dian11: ['store-manager'], gu11: ['consultant'] } },
  { id: 'QY3', parent: 'JJ', kind: 'region', staff: { tou3: ['region-head'] } },
  { id: 'D31', parent: 'QY3', kind: 'store', staff: { gu31: ['consultant'] } },
  { id: 'D12', parent: 'QY1', kind: 'store', staff: { gu12: ['consultant'] } },
  { id: 'D21', parent: 'QY2', kind: 'store', staff: { dian21: ['store-manager'], gu21: ['consultant'] } },
];

class Tasks extends ServiceUnderTest {}

describe('whose a task of a brokerage is', () => {
  let tasks: Tasks;

  beforeAll(async () => {
    tasks = new Tasks(
      await openService({
        schema: TASKLIST,
        module: TasklistModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'JJ', orgType: 'brokerage' },
      }),
    );
  });
  afterAll(() => tasks.stop());

  async function of(group: string, more: { unitIds?: string[]; case?: Partial<InternalCase> } = {}) {
    const found = more.case && ({ caseNo: 'TS-1', orgId: 'JJ', orgType: 'brokerage', ...more.case } as InternalCase);
    const { holdings } = await tasks.inTransaction((manager) =>
      tasks.get(CandidateFinder).find(manager, [group], {
        orgId: 'JJ',
        caseNo: null,
        found,
        ...(more.unitIds ? { unitIds: more.unitIds } : {}),
      }),
    );
    return holdings.map(({ role, unitId }) => `${role}@${unitId}`);
  }

  it('R11.12 both stores of a dispute have its first task, one store the next', async () => {
    expect(await of('store-manager', { unitIds: ['D11', 'D21'] })).toEqual(['store-manager@D11', 'store-manager@D21']);
    expect(await of('store-manager', { unitIds: ['D21'] })).toEqual(['store-manager@D21']);
  });

  it('R11.9 R11.12 the office and the head of the region that the process names, and headquarters above it', async () => {
    expect(await of('region-office', { unitIds: ['QY2'] })).toEqual(['region-office@QY2']);
    expect(await of('region-head', { unitIds: ['QY2'] })).toEqual(['region-head@QY2']);
    expect(await of('general-manager', { unitIds: ['QY2'] })).toEqual(['general-manager@JJ']);
    expect(await of('finance', { unitIds: ['D21'] })).toEqual(['finance@JJ-CW']);
  });

  it('R11.10 a complaint is the store’s that it is about, or its consultant’s; then the region of that store', async () => {
    expect(await of('store-manager', { case: { respondentUnitId: 'D21' } })).toEqual(['store-manager@D21']);
    expect(await of('store-manager', { case: { respondentUnitId: null, respondentPersonId: 'gu21' } })).toEqual([
      'store-manager@D21',
    ]);
    expect(await of('region-office', { case: { respondentUnitId: 'D21' } })).toEqual(['region-office@QY2']);
  });

  it('R11.10 R11.12 a region without an office, a store without a manager: it goes up, never to another region or store', async () => {
    for (const place of [{ unitIds: ['D31'] }, { unitIds: ['QY3'] }, { case: { respondentUnitId: 'D31' } }])
      expect(await of('region-office', place)).toEqual(['intake-desk@JJ-SL']);
    expect(await of('region-head', { unitIds: ['D31'] })).toEqual(['region-head@QY3']);
    expect(await of('finance', { unitIds: ['D31'] })).toEqual(['finance@JJ-CW']);
    expect(await of('store-manager', { unitIds: ['D12'] })).toEqual(['intake-desk@JJ-SL']);
    const office = `insert into access.holding (person_id, role, unit_id, valid_from) values ('cai', 'region-office', 'JJ-CW', '2026-01-01')`;
    await tasks.query(office);
    expect(await of('region-office', { unitIds: ['D31'] })).toEqual(['region-office@JJ-CW']);
    await tasks.query(`delete from access.holding where role = 'region-office' and unit_id = 'JJ-CW'`);
  });

  it('R11.12 a task that went to the desk comes to the region that the process named, once that has an office', async () => {
    const engine = {
      jobKey: '77',
      instanceKey: '7',
      elementInstanceKey: '77',
      processId: 'inter-store-dispute',
      processVersion: 1,
      elementId: 'mediate',
      createdAt: tasks.clock.now(),
      groups: ['region-office'],
      assignee: null,
      formId: 'inter-store-dispute--mediate',
      headers: { form: 'inter-store-dispute--mediate', unit: '=regionId' },
    };
    const about = {
      subjectNo: 'JF-JJ-20260302-0001',
      caseNo: null,
      orgId: 'JJ',
      orgType: 'brokerage',
      regionId: 'QY3',
    };
    await tasks.inTransaction((manager) => tasks.get(TaskMirror).created(manager, engine, about));
    const whose = () =>
      tasks.query(`select c.role, c.unit_id, t.warning from task t join task_candidate c on c.task_id = t.id`);
    const atDesk = [{ role: 'intake-desk', unit_id: 'JJ-SL', warning: 'intake-desk-fallback' }];
    await tasks.get(HolderWatch).look();
    expect(await whose()).toEqual(atDesk);
    await tasks.query(
      `insert into access.holding (person_id, role, unit_id, valid_from) values ('tou3', 'region-office', 'QY3', '2026-01-01')`,
    );
    await tasks.get(HolderWatch).look();
    expect(await whose()).toEqual([{ role: 'region-office', unit_id: 'QY3', warning: null }]);
    await tasks.query(`delete from access.holding where role = 'region-office' and unit_id = 'QY3'`);
  });

  it('R11.10 R11.12 where no store is known a region office finds out, never a store that has nothing to do with it', async () => {
    expect(await of('store-manager', { case: { respondentUnitId: null, respondentPersonId: null } })).toEqual([
      'region-office@QY1',
    ]);
    expect(await of('store-manager', { unitIds: [] })).toEqual(['region-office@QY1']);
    // The process, or the complaint, names a region: its office, and none of its stores.
    expect(await of('store-manager', { unitIds: ['QY2'] })).toEqual(['region-office@QY2']);
    expect(await of('store-manager', { case: { respondentUnitId: 'QY2' } })).toEqual(['region-office@QY2']);
  });
});
