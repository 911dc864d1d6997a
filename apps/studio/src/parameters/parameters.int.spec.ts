import type {
  ModelList,
  ParameterChangeView,
  ParameterHistory,
  ParameterPage,
  ParameterReleaseList,
} from '@huiying/contracts';
import { readFileSync } from 'node:fs';
import { PublishedModels } from '@huiying/zeebe';
import { Studio } from '../testing/studio-harness.js';

const LIMIT = 'deadlines/deadlines-row-21/amount';

interface Refused {
  type: string;
  errors?: { field: string; code: string; text: string }[];
}

describe('parameters', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await Studio.open();
  });
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

  it('R03.2 a release of the product: the figure set here stays, the page shows the conflict until somebody looked, history tells', async () => {
    const id = 'defect-concentration/concentratedFrom';
    const releases = async (login = 'ops') =>
      (await studio.as<ParameterReleaseList>(login, 'GET', '/api/studio/parameter-releases')).body.items;
    const { body } = await propose({ id, value: 6 });
    await approve(body.changeId);
    expect(await releases()).toEqual([]);
    studio.clock.set('2026-03-03T10:00:00+08:00');
    const file = 'decisions/defect-concentration.dmn';
    const shipped = readFileSync(`bpmn/${file}`, 'utf8');
    await studio.release(
      file,
      shipped.replace('concentratedFrom: 5', 'concentratedFrom: 7').replace('windowDays: 30', 'windowDays: 45'),
    );
    expect(await find('defect-concentration')).toMatchObject([
      { id: 'defect-concentration/windowDays', value: 45, by: 'system', shippedNow: null },
      { id, value: 6, by: 'des', shippedNow: 7 },
    ]);
    const [release] = await releases();
    expect(release).toMatchObject({
      file: 'defect-concentration.dmn',
      at: '2026-03-03T02:00:00.000Z',
      whole: false,
      open: true,
      seenBy: null,
      figures: [{ id, ruleId: 'R10.4', state: 'conflict', shippedBefore: 5, own: 6, shippedNow: 7 }],
    });
    const past = await history(id);
    expect(past.items.map(({ value, by }) => [value, by])).toEqual([
      [6, 'des'],
      [5, 'system'],
    ]);
    expect(past.releases).toMatchObject([{ state: 'conflict', shippedBefore: 5, own: 6, shippedNow: 7 }]);
    const path = `/api/studio/parameter-releases/${release?.releaseId ?? ''}/seen`;
    expect((await studio.as('ops', 'POST', path)).status).toBe(403);
    expect((await studio.as('des', 'POST', '/api/studio/parameter-releases/none.dmn:1/seen')).status).toBe(404);
    const { body: seen } = await studio.as<ParameterReleaseList>('des', 'POST', path);
    expect(seen.items).toMatchObject([{ open: false, seenBy: 'des' }]);
    expect((await find(id))[0]).toMatchObject({ value: 6, shippedNow: null });
  });

  it('R03.2 a conflict is over when the figure is set to what the release ships; a lost figure and a file kept whole wait for a look', async () => {
    const file = 'decisions/rank-fine.dmn';
    const xml = readFileSync(`bpmn/${file}`, 'utf8');
    const id = 'rank-fine/firstYuan';
    await approve((await propose({ id, value: 2500 })).body.changeId);
    studio.clock.set('2026-03-03T10:00:00+08:00');
    await studio.release(file, xml.replace('firstYuan: 2000', 'firstYuan: 3000'));
    const newest = async () =>
      (await studio.as<ParameterReleaseList>('ops', 'GET', '/api/studio/parameter-releases')).body.items.find(
        (one) => one.file === 'rank-fine.dmn',
      );
    expect(await newest()).toMatchObject({ open: true, figures: [{ state: 'conflict', own: 2500 }] });
    await approve((await propose({ id, value: 3000 })).body.changeId);
    expect(await newest()).toMatchObject({ open: false, seenBy: null });
    await approve((await propose({ id, value: 3500 })).body.changeId);
    await studio.release(file, xml.replace('firstYuan: 2000, ', ''));
    expect(await newest()).toMatchObject({ open: true, figures: [{ id, state: 'lost', own: 3500, shippedNow: null }] });
    const own = xml.replace('<rule id="rank-fine-row-1">', '<rule id="rank-fine-row-own">');
    await studio.revise(file, own);
    await studio.release(file, xml.replace('firstYuan: 2000', 'firstYuan: 9'));
    expect(await newest()).toMatchObject({ open: true, whole: true, figures: [] });
    expect(text('rank-fine.dmn')).toBe(own);
  });

  it('R03.2 rows numbered anew by a release: figure, history and a change for a later day stay with their limit', async () => {
    const file = 'decisions/deadlines.dmn';
    const { body } = await propose({ id: LIMIT, value: 5, from: '2026-05-01' });
    expect((await approve(body.changeId)).body.state).toBe('approved');
    const swapped = readFileSync(`bpmn/${file}`, 'utf8')
      .replace('id="deadlines-row-21"', 'id="deadlines-row-x"')
      .replace('id="deadlines-row-22"', 'id="deadlines-row-21"')
      .replace('id="deadlines-row-x"', 'id="deadlines-row-22"');
    await studio.release(file, swapped);
    const moved = 'deadlines/deadlines-row-22/amount';
    const before = (await find(LIMIT))[0];
    expect((await find(moved))[0]).toMatchObject({ ruleId: 'R04.4', value: 2, by: 'des' });
    await studio.day('2026-05-01');
    expect((await find(moved))[0]).toMatchObject({ ruleId: 'R04.4', value: 5, by: 'des' });
    expect((await find(LIMIT))[0]?.value).toBe(before?.value);
    expect((await history(moved)).items.map(({ value }) => value)).toEqual([5, 2, 3]);
  });

  it('says which version of a model runs, and which rules it serves', async () => {
    const { body } = await studio.as<ModelList>('ops', 'GET', '/api/studio/models');
    const severity = body.items.find(({ name }) => name === '定级');
    expect(severity).toMatchObject({ type: 'decision', rules: expect.arrayContaining(['R10.5', 'R10.6']) as string[] });
  });
});
