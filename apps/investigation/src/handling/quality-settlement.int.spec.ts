import { Investigation } from '../testing/investigation-harness.js';

describe('what warranty-routing keeps of a quality case', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  it('R02.4 R03.11 R10.2 the handling tells its conclusion and cause, and the decider reads the surveys with it', async () => {
    investigation.fresh({ kind: 'construction-quality' });
    const { caseNo } = investigation;
    await investigation.dispatch({ handlingProcess: 'quality-escalation', calledProcess: 'quality-escalation' });
    const handling = async () => (await investigation.internal(`/internal/handlings/${caseNo}`)).body;
    expect(await handling()).toMatchObject({ settlement: null, causeCode: null });
    investigation.neighbours.others.set(`/internal/quality-settlements/${caseNo}?round=1`, {
      caseNo,
      settledAt: '2026-03-02T12:00:00.000Z',
      bothStatements: '业主：墙裂；物业：业主改动',
      findings: '业主改动承重墙',
      basis: '装修管理规定',
      process: '物业服务中心勘查：裂缝两处',
      result: '已当面解释',
      causeCode: 'complainant',
      causeText: '业主自行改动',
      payFen: null,
      agreed: false,
    });
    expect(await handling()).toMatchObject({
      causeCode: 'complainant',
      settlement: { finding: '业主改动承重墙', basis: '装修管理规定', explanation: '已当面解释' },
    });
    const { report } = await investigation.start('decide-and-answer--decide');
    expect(report).toContain('物业服务中心勘查：裂缝两处');
    expect(report).toContain('业主改动承重墙');
    expect(report).toContain('投诉人自身，业主自行改动');
    // Handled again: what settled the round before settles nothing now, however late the new conclusion is heard of.
    await investigation.dispatch({ handlingProcess: 'quality-escalation', calledProcess: 'quality-escalation' });
    expect(await handling()).toMatchObject({ round: 2, settlement: null, causeCode: null });
    expect((await investigation.start('decide-and-answer--decide'))['report']).not.toContain('业主改动承重墙');
    expect((await investigation.internal(`/internal/handlings/${caseNo}/round`)).body).toEqual({ round: 2 });
  });
});
