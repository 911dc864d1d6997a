import { CONCLUSION, FIRST_SURVEY, WarrantyRouting } from '../testing/warranty-kit.js';
import { RecordRepairWorker } from './record-repair.worker.js';

let kit: WarrantyRouting;
beforeAll(async () => {
  kit = await WarrantyRouting.open();
});
afterAll(() => kit.stop());

const ASSIGNMENT = { inCharge: 'xiang', otherInCharge: '赵工', visitAt: '2026-03-03T09:00:00+08:00' };
const REPAIR = { repairWork: '重做防水', doneOn: '2026-03-02', photos: ['b1'] };
const TRACKED = { progress: '已修好', tracked: true, ...CONCLUSION };
const TRACK = 'quality-escalation--track-completion';

const recorded = (outcomeId: string) =>
  kit.job(RecordRepairWorker, 'warranty-routing.record-repair', {
    repairGroup: 'site-project-dept',
    underWarranty: true,
    outcomeId,
  });

describe('assigning the repair', () => {
  it('R02.9 shows who repairs and why, and until when the law makes it free, of the component surveyed', async () => {
    kit.fresh({ reportedOn: '2026-03-11' });
    await kit.complete('quality-escalation--survey-first', FIRST_SURVEY);
    const { warranty } = (await kit.start('construction-warranty--assign-crew', { actorId: 'jian' })) as Record<
      string,
      string
    >;
    expect(warranty).toContain('内部 1 年期至 2026-03-10，报修已过期，由维修组维修');
    expect(warranty).toContain('法定最低保修期 5 年');
    expect(warranty).toContain('至 2030-03-10，报修在期内：施工单位须免费维修');
    expect(warranty).not.toContain('【装修工程】');
  });

  it('R02.9 who is in charge is chosen from the post at the builder of the project, or typed where the directory knows nobody', async () => {
    kit.fresh();
    await kit.report();
    const [PROJECT_DEPT, CREW] = [
      'construction-warranty--assign-project',
      'construction-warranty--assign-crew',
    ] as const;
    const offered = async (form: typeof PROJECT_DEPT | typeof CREW) =>
      (await kit.start(form, { actorId: 'jian' }))['offeredInCharge'];
    expect([await offered(PROJECT_DEPT), await offered(CREW)]).toEqual([
      [{ value: 'xiang', label: 'xiang' }],
      [{ value: 'wei', label: 'wei' }],
    ]);
    const { visitAt } = ASSIGNMENT;
    expect(await kit.refused(PROJECT_DEPT, { visitAt })).toEqual(['inCharge required']);
    expect(await kit.refused(PROJECT_DEPT, { visitAt, inCharge: 'wei' })).toEqual(['inCharge unknown-person']);
    expect((await kit.check(PROJECT_DEPT, { visitAt, otherInCharge: '赵工' })).status).toBe(200);
  });

  it('R02.9 an agreed day needs the owner’s consent and lies ahead; repair.assigned names all of it', async () => {
    kit.fresh();
    await kit.report();
    const FORM = 'construction-warranty--assign-project';
    const agreed = { ...ASSIGNMENT, agreedOn: '2026-03-20' };
    expect(await kit.refused(FORM, agreed)).toEqual(['ownerConsents consent-missing']);
    expect(await kit.refused(FORM, { ...agreed, agreedOn: '2026-03-01', ownerConsents: true })).toEqual([
      'agreedOn in-the-past',
    ]);
    expect((await kit.check(FORM, ASSIGNMENT)).body.variables).toEqual({
      agreedOn: null,
      severity: 'general',
      amountYuan: null,
    });
    await kit.complete(FORM, { ...agreed, ownerConsents: true }, { actorId: 'jian' });
    expect(await kit.events('repair.assigned')).toMatchObject([
      {
        repairGroup: 'site-project-dept',
        underWarranty: true,
        completionAcceptedOn: '2025-03-10',
        visitAt: '2026-03-03T01:00:00.000Z',
        agreedOn: '2026-03-20',
      },
    ]);
  });

  it('R02.9 an acceptance that was not on file is entered once: the register knows it from now on', async () => {
    const place = { project: '豆蔻台', building: '5幢' };
    kit.fresh(place);
    const FORM = 'construction-warranty--enter-acceptance';
    expect((await kit.start(FORM, { actorId: 'jian' }))['place']).toBe('豆蔻台 5幢');
    expect(await kit.refused(FORM, { completionAcceptedOn: '2026-03-03', documents: ['c1'] })).toEqual([
      'completionAcceptedOn not-happened-yet',
    ]);
    expect(await kit.refused(FORM, { completionAcceptedOn: '2024-02-29', documents: [] })).toEqual([
      'documents required',
    ]);
    await kit.complete(FORM, { completionAcceptedOn: '2024-02-29', documents: ['c1'] }, { actorId: 'jian' });
    const { body } = await kit.internal(
      `/internal/projects/${encodeURIComponent('豆蔻台')}?building=${encodeURIComponent('5幢')}`,
    );
    expect(body['completionAcceptedOn']).toBe('2024-02-29');
    kit.fresh(place);
    expect(await kit.report()).toMatchObject({ completionAcceptedOn: '2024-02-29' });
  });

  it('R02.9 a case without a place keeps what was entered for it', async () => {
    kit.fresh({ project: null, building: null });
    await kit.report();
    await kit.complete('construction-warranty--enter-acceptance', {
      completionAcceptedOn: '2024-02-29',
      documents: ['c1'],
    });
    await kit.complete('construction-warranty--assign-crew', { ...ASSIGNMENT, inCharge: undefined });
    expect(await kit.events('repair.assigned')).toMatchObject([
      { repairGroup: 'maintenance-crew', underWarranty: false, completionAcceptedOn: '2024-02-29' },
    ]);
  });

  it('R02.11 the joint survey is preset with builder and property company, and told as level 3', async () => {
    kit.fresh();
    await kit.complete('quality-escalation--survey-first', { ...FIRST_SURVEY, extent: 'serious' });
    await kit.report();
    const FORM = 'construction-warranty--lead-survey';
    expect((await kit.start(FORM))['departments']).toEqual(['construction-engineering', 'service-centre-head']);
    const said = { surveyedAt: '2026-03-02T15:00:00+08:00', findings: '需整体重做', departments: ['nobody'] };
    expect(await kit.refused(FORM, said)).toEqual(['departments unknown-role']);
    await kit.complete(
      FORM,
      { ...said, departments: ['construction-engineering', 'quality-centre'] },
      { actorId: 'li' },
    );
    expect((await kit.events('survey.done')).at(-1)).toMatchObject({
      level: 3,
      liability: 'not-owner',
      extent: 'serious',
      canRepair: true,
    });
    // What the departments that confer about the solution are shown.
    const { body } = await kit.internal<{ text: string }>(`/internal/surveys/${kit.caseNo}`);
    expect(body.text).toContain('联合勘查');
    expect(body.text).toContain('需整体重做');
  });
});

describe('repair, acceptance and tracking', () => {
  it('R02.10 未落实 with the next day; 已落实 before the repair is recorded: refused; after: taken with its conclusion', async () => {
    kit.fresh();
    await kit.report();
    expect(await kit.refused(TRACK, { progress: '未上门', tracked: false })).toEqual(['nextTrackOn required']);
    expect(await kit.refused(TRACK, { progress: '未上门', tracked: false, nextTrackOn: '2026-03-01' })).toEqual([
      'nextTrackOn in-the-past',
    ]);
    const round = { progress: '未上门', tracked: false, nextTrackOn: '2026-03-06' };
    expect((await kit.check(TRACK, round)).body.variables).toMatchObject({ tracked: false, nextTrackOn: '2026-03-06' });
    await kit.complete(TRACK, round, { actorId: 'li' });
    expect(await kit.refused(TRACK, TRACKED)).toEqual(['tracked repair-not-recorded']);
    await kit.complete('construction-warranty--assign-project', ASSIGNMENT, { actorId: 'jian' });
    expect(await kit.refused('construction-warranty--repair', { ...REPAIR, photos: [] })).toEqual(['photos required']);
    await kit.complete('construction-warranty--repair', REPAIR, { actorId: 'xiang' });
    expect(await kit.refused(TRACK, TRACKED)).toEqual(['tracked repair-not-recorded']);
    const { repairWork } = (await kit.start('construction-warranty--owner-accepts')) as Record<string, string>;
    expect(repairWork).toContain('重做防水\n照片：b1');
    await recorded(await kit.complete('construction-warranty--owner-accepts', { accepted: true }, { actorId: 'li' }));
    expect(await kit.events('repair.done')).toMatchObject([{ level: 3, doneOn: '2026-03-02', accepted: true }]);
    const { repairState } = (await kit.start(TRACK, { actorId: 'li' })) as Record<string, string>;
    expect(repairState).toContain('已落实工程项目部');
    expect(repairState).toContain('未上门');
    expect(repairState).toContain('业主验收\n业主是否认可：是');
    expect(await kit.refused(TRACK, { ...TRACKED, causeText: '' })).toEqual(['causeText required']);
    await kit.complete(TRACK, TRACKED, { actorId: 'li' });
    expect((await kit.internal(`/internal/quality-settlements/${kit.caseNo}`)).body).toMatchObject({
      causeCode: 'workmanship',
    });
    const rounds = await kit.query(`SELECT tracked, next_on::text FROM tracking_round WHERE case_no = $1 ORDER BY at`, [
      kit.caseNo,
    ]);
    expect(rounds).toEqual([
      { tracked: false, next_on: '2026-03-06' },
      { tracked: true, next_on: null },
    ]);
  });

  it('R02.9 recorded before the owner’s acceptance is heard of: waits, and names the day of the repair', async () => {
    kit.fresh();
    await kit.report();
    const repaired = await kit.completeUnheard('construction-warranty--repair', REPAIR, { actorId: 'xiang' });
    const accepted = await kit.completeUnheard('construction-warranty--owner-accepts', { accepted: true });
    await expect(recorded(accepted.outcomeId)).rejects.toMatchObject({ code: 'form-on-its-way', kind: 'unavailable' });
    await expect(recorded('')).rejects.toMatchObject({ code: 'outcome-missing', kind: 'fault' });
    await repaired.heard();
    await accepted.heard();
    kit.clock.set('2026-03-09T10:00:00+08:00');
    await recorded(accepted.outcomeId);
    expect(await kit.events('repair.done')).toMatchObject([{ doneOn: REPAIR.doneOn }]);
  });

  it('R02.10 R13.6 a repair of the round before does not count for the report after it', async () => {
    kit.fresh();
    await kit.report();
    await recorded(await kit.complete('construction-warranty--owner-accepts', { accepted: true }));
    expect(await kit.refused(TRACK, TRACKED)).toEqual([]);
    await kit.report('2026-04-01T10:00:00+08:00');
    expect(await kit.refused(TRACK, TRACKED)).toEqual(['tracked repair-not-recorded']);
  });

  it('R02.9 R02.11 handled again with a joint solution: the day of a repair of the round before is not that of this one', async () => {
    kit.fresh();
    await kit.report();
    await kit.complete('construction-warranty--repair', REPAIR, { actorId: 'xiang' });
    await recorded(await kit.complete('construction-warranty--owner-accepts', { accepted: true }));
    await kit.report('2026-04-01T10:00:00+08:00');
    await recorded(await kit.complete('construction-warranty--owner-accepts', { accepted: true }));
    expect((await kit.events('repair.done')).map(({ doneOn }) => doneOn)).toEqual([REPAIR.doneOn, '2026-04-01']);
  });

  it('R02.9 what the owner does not accept is said to the process', async () => {
    kit.fresh();
    const { body } = await kit.check('construction-warranty--owner-accepts', { accepted: false });
    expect(body.variables).toEqual({ accepted: false });
    expect(await kit.refused('construction-warranty--owner-accepts', {})).toEqual(['accepted required']);
  });

  it('R02.9 whoever repairs sees what they are sent for', async () => {
    kit.fresh();
    await kit.complete('quality-escalation--survey-first', FIRST_SURVEY);
    await kit.report();
    await kit.complete('construction-warranty--assign-project', ASSIGNMENT, { actorId: 'jian' });
    const opened = (await kit.start('construction-warranty--repair', { actorId: 'xiang' })) as Record<string, string>;
    expect(opened['assignment']).toContain('负责人：xiang、赵工');
    expect(opened['report']).toContain('地漏周边渗水');
    expect(opened['registration']).toContain('卫生间渗水');
    expect(opened['warranty']).toContain('由现场工程项目部维修');
  });
});
