import type { ModelList, ParameterChangeView, ParameterHistory, ParameterPage } from '@huiying/contracts';
import { readFileSync } from 'node:fs';
import { PublishedModels } from '@huiying/zeebe';
import { Studio } from '../testing/studio-harness.js';

jest.setTimeout(60_000);

const LIMIT = 'deadlines/deadlines-row-21/amount';

interface Refused {
  type: string;
  errors?: { field: string; code: string; text: string }[];
}

describe('parameters', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await Studio.open();
  }, 180_000);
  afterAll(() => studio.stop());
  beforeEach(() => studio.clock.set('2026-03-02T10:00:00+08:00'));

  const propose = (body: object, login = 'des') =>
    studio.as<ParameterChangeView & Refused>(login, 'POST', '/api/studio/parameters', { reason: '试行', ...body });
  const approve = (changeId: string, login = 'app') =>
    studio.as<ParameterChangeView & Refused>(login, 'POST', `/api/studio/parameter-changes/${changeId}/approval`);
  const history = async (id: string, on?: string) => {
    const query = new URLSearchParams({ id, ...(on !== undefined && { on }) });
    return (await studio.as<ParameterHistory>('ops', 'GET', `/api/studio/parameters/history?${query.toString()}`)).body;
  };
  const find = async (q: string) =>
    (await studio.as<ParameterPage>('ops', 'GET', `/api/studio/parameters?q=${encodeURIComponent(q)}`)).body.items;
  const text = (file: string) =>
    studio
      .get(PublishedModels)
      .all()
      .find(({ resourceName }) => resourceName.endsWith(file))?.content ?? '';
  const refusal = async (body: object) =>
    (await propose(body)).body.errors?.map(({ field, code }) => `${field} ${code}`);

  it('R03.2 one proposes, another approves: in force at once, and nothing else of the file changes', async () => {
    expect(await find('R04.4')).toContainEqual(
      expect.objectContaining({ id: LIMIT, value: 3, unit: '工作日', by: 'system' }),
    );
    const { status, body } = await propose({ id: LIMIT, value: 2 });
    expect(status).toBe(202);
    expect(body).toMatchObject({ state: 'proposed', before: 3, after: 2, author: 'des', from: '2026-03-02' });
    expect((await find('R04.4')).find(({ id }) => id === LIMIT)?.value).toBe(3);
    const applied = await approve(body.changeId);
    expect(applied.body).toMatchObject({ state: 'applied', decidedBy: 'app', version: 2 });
    expect((await find('R04.4')).find(({ id }) => id === LIMIT)).toMatchObject({
      value: 2,
      by: 'des',
      since: '2026-03-02T02:00:00.000Z',
    });
    const original = readFileSync('bpmn/decisions/deadlines.dmn', 'utf8');
    expect(text('deadlines.dmn')).toHaveLength(original.length);
    expect(text('deadlines.dmn')).not.toBe(original);
    expect(await studio.events('model.published', 'deadlines-definitions')).toMatchObject([
      { kind: 'decision', version: 2, actorId: 'app', effectiveOn: '2026-03-02' },
    ]);
    expect((await approve(body.changeId)).body.type).toBe('change-decided');
  });

  it('R03.2 which figure applied on that day, by whom and why', async () => {
    const id = 'severity/majorAmountYuan';
    await studio.query(`UPDATE models.published SET published_at = '2026-01-01T00:00:00+08:00' WHERE version = 1`);
    await studio.get(PublishedModels).reload();
    studio.clock.set('2026-03-05T10:00:00+08:00');
    const { body } = await propose({ id, value: 20000, reason: '物价' });
    await approve(body.changeId);
    expect((await history(id, '2026-03-02')).on).toEqual({ day: '2026-03-02', value: 10000 });
    expect((await history(id, '2026-03-05')).on?.value).toBe(20000);
    expect((await history(id, '2025-12-31')).on?.value).toBeNull();
    expect((await history(id)).items).toMatchObject([
      { value: 20000, version: 2, by: 'des', approvedBy: 'app', reason: '物价' },
      { value: 10000, version: 1, by: 'system', approvedBy: null, reason: null },
    ]);
  });

  it('R03.2 from a later day: the old figure applies until then, even over days that nobody looked', async () => {
    const id = 'routing/longUnresolvedDays';
    const { body } = await propose({ id, value: 45, from: '2026-04-01' });
    expect((await approve(body.changeId)).body.state).toBe('approved');
    await studio.day('2026-03-31');
    expect((await find(id))[0]?.value).toBe(30);
    await studio.day('2026-04-10');
    expect((await find(id))[0]?.value).toBe(45);
    expect((await history(id, '2026-04-09')).on?.value).toBe(30);
  });

  it('R03.2 two changes of one file: the second keeps the first', async () => {
    const first = await propose({ id: 'authority/projectLimitYuan', value: 20000 });
    const second = await propose({ id: 'authority/regionLimitYuan', value: 200000 });
    await approve(first.body.changeId);
    await approve(second.body.changeId);
    expect(text('authority.dmn')).toContain('{projectLimitYuan: 20000, regionLimitYuan: 200000}');
  });

  it('R03.2 the author does not approve; who only reads, changes nothing; a rejected change is over', async () => {
    const { body } = await propose({ id: 'severity/majorHouseholds', value: 4 }, 'both');
    expect(await approve(body.changeId, 'both')).toMatchObject({
      status: 403,
      body: { type: expect.stringContaining('same-person') as string },
    });
    expect((await approve(body.changeId, 'des')).status).toBe(403);
    expect((await propose({ id: 'severity/majorHouseholds', value: 4 }, 'ops')).status).toBe(403);
    expect((await studio.as('desk', 'GET', '/api/studio/parameters')).status).toBe(403);
    const path = `/api/studio/parameter-changes/${body.changeId}/rejection`;
    expect((await studio.as('app', 'POST', path)).body['state']).toBe('rejected');
    expect((await approve(body.changeId)).body.type).toBe('change-decided');
    expect((await find('severity/majorHouseholds'))[0]?.value).toBe(5);
  });

  it('R03.2 refused with the field: type, range, a post that nobody holds, a formula that does not evaluate, a day in the past', async () => {
    expect(await refusal({ id: LIMIT, value: '3' })).toEqual(['value parameter-type']);
    expect(await refusal({ id: LIMIT, value: -3 })).toEqual(['value parameter-range']);
    const decider = 'authority/authority-row-3/deciderGroup';
    expect(await refusal({ id: decider, value: 'title-office' })).toEqual(['value role-without-holder']);
    expect(await refusal({ id: decider, value: 'nobody' })).toEqual(['value unknown-role']);
    const formula = 'rateFormula/formula';
    expect(await refusal({ id: formula, value: 'validComplaints / (households' })).toEqual([
      'value decision-unreadable',
    ]);
    expect(await refusal({ id: LIMIT, value: 4, from: '2026-03-01' })).toEqual(['from parameter-from']);
    expect((await propose({ id: 'deadlines/nothing', value: 4 })).body.type).toBe('parameter-unknown');
  });

  it('R03.2 pages by cursor, each figure once', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const { body }: { body: ParameterPage } = await studio.as<ParameterPage>(
        'ops',
        'GET',
        `/api/studio/parameters${query}`,
      );
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.next;
    }
    expect(ids.length).toBeGreaterThan(300);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says which version of a model runs, and which rules it serves', async () => {
    const { body } = await studio.as<ModelList>('ops', 'GET', '/api/studio/models');
    const severity = body.items.find(({ name }) => name === '定级');
    expect(severity).toMatchObject({ type: 'decision', rules: expect.arrayContaining(['R10.5', 'R10.6']) as string[] });
  });
});
