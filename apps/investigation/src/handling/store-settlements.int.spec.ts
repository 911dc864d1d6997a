import type { InternalStoreSettlement } from '@huiying/contracts';
import { Investigation } from '../testing/investigation-harness.js';
import { HandlingReader } from './handling-reader.js';

const DECIDE = 'decide-and-answer--decide';
const REPORT = 'investigation--write-report';
const MEDIATE = 'mediation--mediate';

describe('a complaint that a store settles', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  const read = () => investigation.get(HandlingReader).read(investigation.caseNo);
  async function dispatched(): Promise<void> {
    investigation.clock.set('2026-03-02T10:00:00+08:00');
    investigation.fresh();
    await investigation.dispatch({ handlingProcess: 'agency-complaint', handlerGroup: 'store-manager' });
  }
  const settledByStore = (settlement: Partial<InternalStoreSettlement>) =>
    investigation.neighbours.others.set(`/internal/agency-settlements/${investigation.caseNo}?round=1`, {
      ...{ caseNo: investigation.caseNo, bothStatements: '双方陈述', findings: '未书面说明', basis: '服务规范第三条' },
      ...{ process: '上门道歉', result: '退还服务费', causeCode: 'information', causeText: '未告知' },
      ...{ payFen: 50_000, agreed: true, ...settlement },
    });

  it('R03.11 R04.8 its finding, basis and cause are on the case, for notices and for who decides', async () => {
    await dispatched();
    expect(await read()).toMatchObject({ settlement: null, causeCode: null });
    settledByStore({});
    expect(await read()).toMatchObject({
      settlement: { finding: '未书面说明', basis: '服务规范第三条', explanation: '退还服务费' },
      causeCode: 'information',
    });
    const { report } = await investigation.start(DECIDE);
    for (const line of ['认定：未书面说明', '处理结果：退还服务费', '赔付金额：¥500.00', '双方是否一致：是']) {
      expect(report).toContain(line);
    }
    // Sent back after 不满意: what the store settled before settles nothing now, however late the region's word is heard of.
    await investigation.dispatch({ handlingProcess: 'agency-complaint', handlerGroup: 'store-manager' });
    expect(await read()).toMatchObject({ round: 2, settlement: null, causeCode: null });
    expect((await investigation.start(DECIDE))['report']).not.toContain('未书面说明');
  });

  it('R11.10 a complaint that names no store is shown to none because its name comes first', async () => {
    investigation.fresh({ respondentUnitId: null });
    await investigation.dispatch({ handlingProcess: 'agency-complaint', handlerGroup: 'store-manager' });
    expect(await investigation.relations('hnd')).toEqual([]);
  });

  it('R06.7 R11.10 report and mediation of the round are there for the region', async () => {
    await dispatched();
    const said = { findings: '隐瞒属实', justified: 'yes', conclusive: true, responsibleParty: '分店', fault: true };
    const cause = {
      causeCode: 'information',
      causeText: '未告知',
      suggestedMeasures: '退费',
      absenceNote: '投诉人、被投诉人未到场',
    };
    await investigation.complete(REPORT, { ...said, ...cause }, { actorId: 'li' });
    const agreed = {
      heldAt: '2026-03-05T10:00:00+08:00',
      participants: '双方',
      agreed: true,
      payFen: 2_000_000,
      remark: '签字',
    };
    settledByStore({ result: '区域同意退费', payFen: 2_000_000 });
    const { report } = await investigation.start(DECIDE);
    for (const line of ['事实认定：隐瞒属实', '处理结果：区域同意退费', '赔付金额：¥20,000.00'])
      expect(report).toContain(line);
    const measures = [{ type: 'other', description: '退费', group: 'store-manager', plannedOn: '2026-03-20' }];
    await investigation.complete(MEDIATE, { ...agreed, measures }, { actorId: 'li' });
    expect(await read()).toMatchObject({
      report: { findings: '隐瞒属实', justified: 'yes', fault: true, causeText: '未告知', suggestedMeasures: '退费' },
      mediation: { agreed: true, payFen: 2_000_000, remark: '签字', measures: ['退费，计划 2026-03-20 完成'] },
    });
  });
});
