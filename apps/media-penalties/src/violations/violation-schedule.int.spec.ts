import type { ImposedPenalty, PenaltyList } from '@huiying/contracts';
import { ViolationSchedule } from '@huiying/service';
import { PublishedModels } from '@huiying/zeebe';
import { ImposePenaltiesWorker } from '../penalties/impose-penalties.worker.js';
import { MediaPenalties, STORES } from '../testing/media-penalties-harness.js';

const FINE: ImposedPenalty = { payer: 'store', amountYuan: 500, kind: 'fine', ruleId: 'R11.1', reprimand: true };

describe('the violation schedule', () => {
  let stores: MediaPenalties;

  beforeAll(async () => {
    stores = await MediaPenalties.open();
  });
  afterAll(() => stores.stop());

  it('R11.11 the operator adds F2, 300 yuan: a notice of 300 beside R11.1 without deployment of code; old rows are kept', async () => {
    const schedule = stores.get(ViolationSchedule);
    const fined = (code: string) => {
      const row = schedule.find(code);
      return row
        ? [{ payer: row.payer ?? '', amountYuan: row.fineYuan, kind: 'fine' as const, ruleId: 'R11.11' }]
        : null;
    };
    expect([fined('F2'), schedule.find('M4')]).toEqual([null, { payer: null, fineYuan: 0, measure: 'rectify' }]);
    const [published] = await stores.query<{ content: string }>(
      `SELECT content FROM models.published WHERE id = 'violation-schedule.dmn' AND version = 1`,
    );
    const rule = `<rule id="f2"><inputEntry id="f2-1"><text>"F2"</text></inputEntry><inputEntry id="f2-2"><text></text></inputEntry>
      <outputEntry id="f2-3"><text>"store"</text></outputEntry><outputEntry id="f2-4"><text>300</text></outputEntry>
      <outputEntry id="f2-5"><text>null</text></outputEntry></rule></decisionTable>`;
    await stores.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ('drg', 'violation-schedule.dmn', 2, 2, 'violation-schedule.dmn', $1, now())`,
      [published?.content.replace('</decisionTable>', rule)],
    );
    await stores.get(PublishedModels).reload();
    const caseNo = 'TS-JJ01-20260302-0001';
    await stores.job(ImposePenaltiesWorker, 'media-penalties.impose-penalties', {
      ...{ caseNo, source: `case:${caseNo}`, storeId: STORES[0] },
      penalties: [FINE, ...(fined('F2') ?? [])],
    });
    const rows = (await stores.as<PenaltyList>('qu', 'GET', `/api/penalties?caseNo=${caseNo}`)).body.items;
    expect(rows.map(({ kind, amountFen, ruleId }) => [kind, amountFen, ruleId]).sort()).toEqual([
      ['fine', 50_000, 'R11.1'],
      ['violation-fine', 30_000, 'R11.11'],
    ]);
    expect([fined('F9'), fined('F1')?.[0]?.amountYuan]).toEqual([null, 500]);
    const versions = await stores.query<{ version: number; f2: boolean }>(
      `SELECT version, content LIKE '%"F2"%' AS f2 FROM models.published WHERE id = 'violation-schedule.dmn' ORDER BY 1`,
    );
    expect(versions).toEqual([
      { version: 1, f2: false },
      { version: 2, f2: true },
    ]);
  });
});
