import type { StoreList, StoreView } from '@huiying/contracts';
import { BROKERAGE, MediaPenalties, REGION, STORES } from '../testing/media-penalties-harness.js';
import { OpenStores } from './open-stores.js';
import { StoreFinder } from './store-finder.js';

const [A = '', B = ''] = STORES;

describe('the register of stores', () => {
  let company: MediaPenalties;

  beforeAll(async () => {
    company = await MediaPenalties.open();
  });
  afterAll(() => company.stop());

  const put = (login: string, storeId: string, body: object) =>
    company.as<StoreView>(login, 'PUT', `/api/stores/${storeId}`, body);
  const on = (day: string, companyId = BROKERAGE) => company.get(OpenStores).on(day, companyId);

  it('R11.5 stores of the directory are open until the register says otherwise', async () => {
    expect(await on('2026-03-02')).toEqual(STORES);
    expect(await on('2026-03-02', A)).toEqual(STORES);
    expect(await on('2026-03-02', 'DM')).toEqual(['DM-D01']);
    expect(await on('2026-03-02', 'nowhere')).toEqual([]);
  });

  it('R11.5 R11.9 a store counts from its first day of business to its last', async () => {
    const answer = await put('qu', A, { openedOn: '2026-03-10', closedOn: '2026-09-30' });
    expect(answer).toMatchObject({
      status: 200,
      body: { storeId: A, regionId: REGION, openedOn: '2026-03-10', open: false },
    });
    for (const [day, open] of [
      ['2026-03-09', false],
      ['2026-03-10', true],
      ['2026-09-30', true],
      ['2026-10-01', false],
    ] as const)
      expect((await on(day)).includes(A)).toBe(open);
    await put('qu', A, { openedOn: null, closedOn: null });
    expect(await on('2026-03-02')).toContain(A);
  });

  it('R11.9 refuses a last day before the first, a day that is none, unknown fields; each region keeps its own stores', async () => {
    const answer = await company.as<{ errors: { field: string; code: string }[] }>('qu', 'PUT', `/api/stores/${A}`, {
      ...{ openedOn: '2026-03-10', closedOn: '2026-03-09' },
    });
    expect([answer.status, answer.body.errors[0]]).toMatchObject([
      422,
      { field: 'closedOn', code: 'closed-before-opened' },
    ]);
    expect((await put('qu', A, { openedOn: '2026-02-30' })).status).toBe(400);
    expect((await put('qu', A, { more: true })).status).toBe(400);
    expect((await put('lin', A, { closedOn: null })).status).toBe(404);
    expect((await put('dian01', A, { closedOn: null })).status).toBe(404);
    expect((await put('qu', 'nowhere', { closedOn: null })).status).toBe(404);
  });

  it('R11.2 R11.9 a consultant moves: the store of the day counts', async () => {
    const path = `/api/stores/${B}/consultants/gu01`;
    expect((await company.as('qu', 'PUT', path, { from: '2026-04-01' })).status).toBe(200);
    const finder = company.get(StoreFinder);
    expect(await finder.storeOfConsultant('gu01', '2026-03-31')).toBe(A);
    expect(await finder.storeOfConsultant('gu01', '2026-04-01')).toBe(B);
    await company.as('qu', 'PUT', `/api/stores/${A}/consultants/gu01`, { from: '2026-06-01' });
    expect(await finder.storeOfConsultant('gu01', '2026-05-31')).toBe(B);
    expect(await finder.storeOfConsultant('gu01', '2026-06-01')).toBe(A);
    expect((await company.as('qu', 'PUT', path, { from: '2026-07-01', until: '2026-06-30' })).status).toBe(422);
    expect((await company.as('qu', 'PUT', `/api/stores/${B}/consultants/du`, { from: '2026-07-01' })).status).toBe(404);
  });

  it('R11.9 the list shows each region office its stores, with consultants', async () => {
    const { items } = (await company.as<StoreList>('qu', 'GET', `/api/stores?regionId=${REGION}`)).body;
    expect(items.map(({ storeId }) => storeId)).toEqual(STORES);
    expect(items[1]?.consultants.map(({ personId, from }) => [personId, from])).toEqual([
      ['gu01', '2026-04-01'],
      ['gu02', null],
    ]);
    expect((await company.as<StoreList>('lin', 'GET', '/api/stores')).body.items).toEqual([]);
  });

  it('R11.10 finds a store by id, by name, or by the part of a name that no other has', async () => {
    const finder = company.get(StoreFinder);
    expect(await finder.find(BROKERAGE, A)).toBe(A);
    expect(await finder.find(BROKERAGE, 'D07')).toBe(STORES[6]);
    expect(await finder.find(BROKERAGE, 'D0')).toBeNull();
    expect(await finder.find(BROKERAGE, ' ')).toBeNull();
    expect(await finder.find('DM', A)).toBeNull();
    expect(await finder.regionOf(A)).toBe(REGION);
  });

  it('R11.4 R11.12 which store it is the office of the own region finds out, else one of the company', async () => {
    const finder = company.get(StoreFinder);
    const other = `${BROKERAGE}-QY2`;
    expect(await finder.regionOfOffice(BROKERAGE, other)).toBe(other);
    await company.query(`DELETE FROM access.holding WHERE person_id = 'lin'`);
    expect(await finder.regionOfOffice(BROKERAGE, other)).toBe(REGION);
    expect(await finder.regionOfOffice(BROKERAGE)).toBe(REGION);
  });
});
