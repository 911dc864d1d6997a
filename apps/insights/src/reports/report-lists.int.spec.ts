import { Insights } from '../testing/insights-harness.js';
import { reportsDesk } from '../testing/reports-desk.js';

/** Everybody of the directory. */
const PEOPLE = [
  'boss',
  'designer',
  'desk',
  'gkf',
  'jc',
  'qg',
  'chief',
  'pq',
  'other',
  'pq2',
  'manager',
  'sl',
  'li',
  'xm',
  'lead',
].concat(['seller', 'sm', 'eng', 'audit', 'gm2', 'xm2', 'gm3', 'xm3', 'wgm', 'jy', 'wqg']);

describe('the list of reports shows what opens by itself, to everybody', () => {
  let insights: Insights;
  let numbers: string[] = [];
  const { compiled, delivered } = reportsDesk(() => insights);

  beforeAll(async () => {
    insights = await Insights.open('2026-03-31T10:00:00+08:00');
    await insights.several(3, { kind: 'sales', on: '2026-03-12' });
    await insights.several(2, { orgId: 'FH02', on: '2026-03-12' });
    const sales = await compiled('sales-monthly');
    await delivered('sales-monthly', { recipients: ['sales-manager', 'engineering-head'] });
    const region = { unitId: 'PQ1', orgId: 'JT', orgType: 'group', compilerGroup: 'region-customer-service' };
    const review = await compiled('region-review', region);
    await delivered('region-review', { recipients: ['project-customer-service'] }, region);
    // Nobody has it yet: its compiler and those above.
    const draft = await compiled('sales-monthly', { unitId: 'FH02' });
    const other = await compiled('region-review', { ...region, unitId: 'PQ2' });
    numbers = [sales, review, draft, other];
  });
  afterAll(() => insights.stop());

  it.each(PEOPLE)('R07.9 R10.10 access.md §2 %s', async (login) => {
    const { listed, opened } = await insights.listedAndOpened(login, {
      list: '/api/insights/reports',
      number: 'reportNo',
      open: (reportNo) => `/api/insights/reports/${reportNo}`,
      numbers,
    });
    expect(listed).toEqual(opened);
    const [sales = '', review = '', , other = ''] = numbers;
    if (login === 'boss') expect(listed).toEqual([...numbers].sort());
    if (login === 'pq') expect(listed).toEqual(expect.arrayContaining([sales, review]));
    if (login === 'pq2') expect(listed).toEqual([other]);
    if (login === 'seller') expect(listed).toEqual([]);
  });
});
