import { SendSurveyReportWorker } from '../reports/send-survey-report.worker.js';
import {
  BUILDING,
  CONCLUSION,
  FIRST_SURVEY,
  PROJECT,
  REPORT,
  SECOND_SURVEY,
  WarrantyRouting,
} from '../testing/warranty-kit.js';

let kit: WarrantyRouting;
beforeAll(async () => {
  kit = await WarrantyRouting.open();
});
afterAll(() => kit.stop());

describe('first survey', () => {
  const FORM = 'quality-escalation--survey-first';

  it('R02.3 R04.5 opens with what was registered, without name, phone or room, and with the warranty of every component', async () => {
    kit.fresh();
    const { registration, warranty } = (await kit.start(FORM)) as Record<string, string>;
    expect(registration).toContain(kit.caseNo);
    expect(registration).toContain('楼上卫生间漏到天花板');
    expect(registration).toContain(`${PROJECT} ${BUILDING}`);
    expect(warranty).toContain('竣工验收日：2025-03-10');
    expect(warranty).toContain('【装修工程】');
  });

  it('R02.3 emits survey.done with what was found; refuses what is missing and a survey of tomorrow', async () => {
    kit.fresh();
    expect(await kit.refused(FORM, { ...FIRST_SURVEY, findings: '', surveyedAt: '2026-03-03T09:00:00+08:00' })).toEqual(
      ['findings required', 'surveyedAt not-happened-yet'],
    );
    await kit.complete(FORM, FIRST_SURVEY, { actorId: 'fang' });
    expect(await kit.events('survey.done')).toMatchObject([
      { level: 1, liability: 'not-owner', extent: 'ordinary', canRepair: false, component: 'wet-room', photos: 2 },
    ]);
  });

  it('R02.3 technicians of the service centre are chosen, others typed; the next level reads their names', async () => {
    kit.fresh();
    const { offeredTechnicians } = await kit.start(FORM);
    expect(offeredTechnicians).toEqual(['gong', 'wu', 'fang'].map((id) => ({ value: id, label: id })));
    const nobody = { ...FIRST_SURVEY, technicians: [], otherTechnicians: ' ' };
    expect(await kit.refused(FORM, nobody)).toEqual(['technicians required']);
    expect(await kit.refused(FORM, { ...FIRST_SURVEY, technicians: ['pin'] })).toEqual(['technicians unknown-person']);
    await kit.complete(FORM, FIRST_SURVEY, { actorId: 'fang' });
    const { surveys } = await kit.start('quality-escalation--survey-second', { actorId: 'pin' });
    expect(surveys).toContain('技术人员：gong、王工');
  });

  it.each([
    ['ordinary', { extent: 'ordinary', canRepair: true }],
    ['serious', { extent: 'serious', canRepair: true }],
    ['minor, cannot', { extent: 'minor', canRepair: false }],
  ])('R02.6 %s: the case climbs to the quality centre', async (_, found) => {
    kit.fresh();
    await kit.complete(FORM, { ...FIRST_SURVEY, ...found });
    expect(await kit.events('case.level-raised')).toMatchObject([
      { process: 'quality-escalation', from: 1, to: 2, toGroup: 'quality-centre' },
    ]);
  });

  it.each([
    ['R02.5 minor and it can', { extent: 'minor', canRepair: true }],
    ['R02.4 the owner is liable', { liability: 'owner', extent: 'serious', canRepair: false }],
  ])('%s: nothing climbs', async (_, found) => {
    kit.fresh();
    await kit.complete(FORM, { ...FIRST_SURVEY, ...found });
    expect(await kit.events('case.level-raised')).toEqual([]);
  });

  it('R10.6 answers the figures of the case as they are now', async () => {
    kit.fresh({ severity: 'major', amountYuan: 20000 });
    const { body } = await kit.check(FORM, FIRST_SURVEY);
    expect(body.variables).toMatchObject({
      severity: 'major',
      amountYuan: 20000,
      handlerGroup: 'service-centre',
      component: 'wet-room',
    });
  });
});

describe('explanation and repairs of the property company', () => {
  it('R02.4 R03.11 the owner is liable: explained with a conclusion; without its cause refused', async () => {
    kit.fresh();
    await kit.complete('quality-escalation--survey-first', { ...FIRST_SURVEY, liability: 'owner' });
    const FORM = 'quality-escalation--explain-to-owner';
    const { surveys } = (await kit.start(FORM)) as Record<string, string>;
    expect(surveys).toContain('业户责任');
    const said = { explanation: '业主改动排水', ownerOpinion: '同意', ...CONCLUSION };
    expect(await kit.refused(FORM, { ...said, causeCode: '' })).toEqual(['causeCode required']);
    const { body } = await kit.check(FORM, { ...said, agreed: false });
    expect(body.variables).toMatchObject({ agreed: false, payFen: null, severity: 'general' });
    await kit.complete(FORM, said);
    const settled = await kit.internal(`/internal/quality-settlements/${kit.caseNo}`);
    expect(settled.body).toMatchObject({
      findings: '防水层破损',
      causeCode: 'workmanship',
      result: '业主改动排水',
      agreed: true,
    });
    expect(String(settled.body['process'])).toContain('物业服务中心勘查');
  });

  it('R02.4 R13.6 R04.11 handled again: the settlement of the round before is none of this one, however late it is heard of', async () => {
    kit.fresh();
    const FORM = 'quality-escalation--explain-to-owner';
    const said = { explanation: '业主改动排水', ownerOpinion: '同意', ...CONCLUSION };
    const settlement = async (round: number) =>
      (await kit.internal(`/internal/quality-settlements/${kit.caseNo}?round=${round}`)).body['findings'];
    const first = await kit.completeUnheard(FORM, { ...said, findings: '第一次认定' });
    kit.neighbours.rounds.set(kit.caseNo, 2);
    await first.heard();
    expect([await settlement(1), await settlement(2)]).toEqual(['第一次认定', undefined]);
    await kit.complete(FORM, { ...said, findings: '第二次认定' });
    expect([await settlement(1), await settlement(2)]).toEqual(['第一次认定', '第二次认定']);
    expect((await kit.internal(`/internal/quality-settlements/${kit.caseNo}?round=last`)).status).toBe(400);
  });

  it('R02.5 R03.11 a minor repair that the owner accepts needs its conclusion; one that is not accepted climbs', async () => {
    const FORM = 'quality-escalation--repair-minor';
    const said = { repairWork: '打胶', doneOn: '2026-03-02', repaired: true };
    kit.fresh();
    expect(await kit.refused(FORM, said)).toContain('causeCode required');
    await kit.complete(FORM, { ...said, ...CONCLUSION, payFen: 100 });
    expect(await kit.events('repair.done')).toMatchObject([{ level: 1, doneOn: '2026-03-02', accepted: true }]);
    expect(await kit.events('case.level-raised')).toEqual([]);
    kit.fresh();
    await kit.complete(FORM, { ...said, repaired: false });
    expect(await kit.events('repair.done')).toMatchObject([{ level: 1, accepted: false }]);
    expect(await kit.events('case.level-raised')).toMatchObject([{ from: 1, to: 2, toGroup: 'quality-centre' }]);
    expect((await kit.internal(`/internal/quality-settlements/${kit.caseNo}`)).status).toBe(404);
  });

  it('R02.6 the second survey opens with the first, and its component; what it cannot climbs to the builder', async () => {
    const FORM = 'quality-escalation--survey-second';
    kit.fresh();
    await kit.complete('quality-escalation--survey-first', FIRST_SURVEY);
    const opened = (await kit.start(FORM)) as Record<string, string>;
    expect(opened['component']).toBe('wet-room');
    expect(opened['surveys']).toContain('地漏周边渗水');
    await kit.complete(FORM, { ...SECOND_SURVEY, canRepair: true, extent: 'serious' }, { actorId: 'pin' });
    expect(await kit.events('survey.done')).toMatchObject([
      { level: 1 },
      { level: 2, liability: 'not-owner', photos: 0 },
    ]);
    expect(await kit.events('case.level-raised')).toMatchObject([
      { from: 1, to: 2 },
      { from: 2, to: 3, toGroup: 'construction-engineering' },
    ]);
  });

  it('R02.7 without 品质中心协助情况 refused; with it recorded; the owner not content: to the builder', async () => {
    const FORM = 'quality-escalation--repair-ordinary';
    kit.fresh();
    const said = { repairWork: '更换地漏', doneOn: '2026-03-02', repaired: false };
    expect(await kit.refused(FORM, said)).toEqual(['assistance required']);
    await kit.complete(FORM, { ...said, assistance: '品质中心指导并提供材料' });
    expect(await kit.events('repair.done')).toMatchObject([{ level: 2, accepted: false }]);
    expect(await kit.events('case.level-raised')).toMatchObject([{ from: 2, to: 3 }]);
  });
});

describe('survey report', () => {
  const FORM = 'quality-escalation--write-survey-report';

  it('R02.8 without a photograph refused; R13.4 under another number refused, under the case’s own taken', async () => {
    kit.fresh();
    expect(await kit.refused(FORM, { ...REPORT, photos: [] })).toEqual(['photos colour-photo-required']);
    expect(await kit.refused(FORM, { ...REPORT, reportNo: 'TS-WY01-20260302-9999' })).toEqual([
      'reportNo report-of-other-number',
    ]);
    expect((await kit.start(FORM))['reportNo']).toBe(kit.caseNo);
    expect(await kit.refused(FORM, { ...REPORT, reportNo: kit.caseNo })).toEqual([]);
  });

  it('R02.8 R13.4 sent on 4 Mar: customer service and the builder hold it, under the case’s number; both receipts are kept', async () => {
    kit.fresh();
    await kit.complete('quality-escalation--survey-second', SECOND_SURVEY);
    await kit.report('2026-03-04T16:00:00+08:00');
    expect(await kit.events('survey-report.sent')).toMatchObject([
      { reportId: kit.caseNo, recipients: ['customer-service', 'construction-engineering'] },
    ]);
    const receipts = () =>
      kit.query<{ recipient: string; unit_id: string; received_by: string | null }>(
        `SELECT recipient, unit_id, received_by FROM survey_report_receipt JOIN survey_report USING (report_id)
         WHERE case_no = $1 ORDER BY recipient DESC`,
        [kit.caseNo],
      );
    expect(await receipts()).toMatchObject([
      { recipient: 'customer-service', unit_id: 'FH01-KF', received_by: null },
      { recipient: 'construction-engineering', unit_id: 'JZ01', received_by: null },
    ]);
    const opened = (await kit.start('construction-warranty--assign-project', { actorId: 'jian' })) as Record<
      string,
      string
    >;
    expect(opened['report']).toContain('需重做防水');
    expect(opened['report']).toContain('2026-03-04 16:01');
    await kit.start('quality-escalation--track-completion', { actorId: 'li' });
    expect((await receipts()).map(({ received_by }) => received_by)).toEqual(['li', 'jian']);
  });

  it('R02.9 answers acceptance and figures as register and case have them when it goes out', async () => {
    kit.fresh({ completionAcceptedOn: '2019-01-01', severity: 'major', amountYuan: 20000 });
    expect(await kit.report()).toEqual({ completionAcceptedOn: '2025-03-10', severity: 'major', amountYuan: 20000 });
  });

  it('R02.8 nobody wrote it in its form: nothing is sent in the place of it, the job stops with what is wrong', async () => {
    kit.fresh();
    const survey = await kit.complete('quality-escalation--survey-second', SECOND_SURVEY, { actorId: 'pin' });
    const send = kit.job(SendSurveyReportWorker, 'warranty-routing.send-survey-report', { outcomeId: survey });
    await expect(send).rejects.toMatchObject({ code: 'outcome-of-other-task', kind: 'fault' });
    expect(await kit.events('survey-report.sent')).toEqual([]);
  });

  it('R02.8 R02.9 handled again: the builder opens the report that was sent, also before its completion is heard of', async () => {
    kit.fresh();
    await kit.report();
    kit.clock.set('2026-03-20T10:00:00+08:00');
    const again = { ...REPORT, details: '返工后仍渗水' };
    const { outcomeId, heard } = await kit.completeUnheard('quality-escalation--write-survey-report', again);
    await kit.job(SendSurveyReportWorker, 'warranty-routing.send-survey-report', { outcomeId });
    const opened = async () => String((await kit.start('construction-warranty--assign-project'))['report']);
    expect(await opened()).toContain('返工后仍渗水');
    expect(await opened()).not.toContain('需重做防水');
    await heard();
    expect(await opened()).toContain('返工后仍渗水');
  });

  it('R13.4 handled again after a redo: the second report carries the same number', async () => {
    kit.fresh();
    await kit.report();
    await kit.report('2026-03-20T10:00:00+08:00');
    const sent = await kit.events('survey-report.sent');
    expect(sent.map(({ reportId }) => reportId)).toEqual([kit.caseNo, kit.caseNo]);
  });
});
