import type { CaseView, FiledComplaint, FollowedCase, TaskOutcome } from '@huiying/contracts';
import { CompletedForms } from '@huiying/forms';
import { FollowMasterWorker } from '../links/follow-master.worker.js';
import { ResolveChildrenWorker } from '../links/resolve-children.worker.js';
import { RecordNoticeWorker } from '../notices/record-notice.worker.js';
import { SendNoticeWorker } from '../notices/send-notice.worker.js';
import { Intake } from '../testing/intake-harness.js';
import { AcceptCaseWorker } from './accept-case.worker.js';
import { ArchiveCaseWorker } from '../closure/archive-case.worker.js';
import { DivertCaseWorker } from './divert-case.worker.js';

const REVIEW = 'eligibility-check--review-intake';
const answers = (more: Record<string, unknown> = {}) => ({
  topic: 'house-quality',
  kind: 'construction-quality',
  scope: 'own',
  specific: true,
  evidenced: true,
  valid: true,
  amountYuan: null,
  households: null,
  proceedings: false,
  keyCustomer: false,
  dangerToPersons: false,
  disturbsOperation: false,
  harmsStanding: false,
  complex: false,
  ...more,
});

describe('eligibility', () => {
  let intake: Intake;
  let tasks = 0;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const check = (caseNo: string, data: unknown, formId = REVIEW) =>
    intake.internal<{ variables: Record<string, unknown>; errors: { field: string; code: string }[] }>(
      `/internal/forms/${formId}/check`,
      { subjectNo: caseNo, taskId: 'task', actorId: 'steward', data },
    );
  const page = async (caseNo: string, login = 'steward') =>
    (await intake.as<CaseView>(login, `/api/cases/${caseNo}`)).body;
  const outcome = (caseNo: string, formId: string, data: Record<string, unknown>, completedBy = 'steward'): string => {
    const id = `outcome-${++tasks}`;
    intake.neighbours.outcomes.set(id, {
      id,
      taskId: id,
      formId,
      subjectNo: caseNo,
      caseNo,
      data,
      variables: {},
      completedBy,
      completedAt: '2026-03-02T11:00:00+08:00',
    } satisfies TaskOutcome);
    return id;
  };
  /** Review, checked and completed, and the job behind it. */
  const accept = async (caseNo: string, more: Record<string, unknown> = {}) => {
    const checked = await check(caseNo, answers(more));
    expect(checked.status).toBe(200);
    const outcomeId = outcome(caseNo, REVIEW, answers(more));
    const subject = { subjectNo: caseNo, caseNo, orgId: 'WY01', outcomeId };
    return intake.job(AcceptCaseWorker, 'intake.accept-case', { ...subject, ...checked.body.variables });
  };
  /** What the process found at registration. */
  const recorded = (caseNo: string) =>
    intake.query(`UPDATE intake.complaint_case SET severity = 'general', complexity = 'simple' WHERE case_no = $1`, [
      caseNo,
    ]);
  const divert = (caseNo: string, variables: Record<string, unknown>, data?: Record<string, unknown>) =>
    intake.job(DivertCaseWorker, 'intake.divert-case', {
      subjectNo: caseNo,
      caseNo,
      orgId: 'WY01',
      ...(data ? { outcomeId: outcome(caseNo, REVIEW, data) } : {}),
      ...variables,
    });
  /** The event that a task was completed, however late. */
  const hear = (taskId: string, formId: string) => {
    const [process = '', element = ''] = formId.split('--');
    const forms = intake.service.app.get(CompletedForms, { strict: false });
    const event = { id: `heard-${taskId}`, data: { taskId, process, element } };
    return intake.inTransaction((manager) => forms.deliver(event, manager, () => true));
  };
  const record = (filed: FiledComplaint, noticeTemplate: string, more: Record<string, unknown> = {}) =>
    intake.job(RecordNoticeWorker, 'intake.record-notice', {
      subjectNo: filed.caseNo,
      caseNo: filed.caseNo,
      orgId: 'WY01',
      noticeTemplate,
      ...more,
    });

  it('R04.4: the review starts with what is known and the words that led to it', async () => {
    const { caseNo } = await intake.file({ amountFen: 120_050, households: 2 });
    const start = await intake.internal(`/internal/forms/${REVIEW}?subjectNo=${caseNo}&taskId=t&actorId=steward`);
    expect(start.body).toMatchObject({
      topic: 'house-quality',
      kind: 'construction-quality',
      evidenced: true,
      amountYuan: 1200.5,
      households: 2,
      suggestion: expect.stringContaining('渗水'),
    });
  });

  it('R04.4 R06.4 the complaint that it follows and the authorities are chosen, not typed', async () => {
    const place = { project: '揽月湾', building: '3幢', room: '801' };
    const first = await intake.file({ place });
    const second = await intake.file({ place });
    const { body } = await intake.internal<{ masters: { value: string; label: string }[] }>(
      `/internal/forms/${REVIEW}?subjectNo=${second.caseNo}&taskId=t&actorId=wydesk`,
    );
    expect(body).toMatchObject({ knownAuthorities: [{ value: 'ZJJ', label: 'ZJJ' }] });
    expect(body.masters[0]).toMatchObject({
      value: first.caseNo,
      label: expect.stringMatching(/揽月湾 3幢.*同一住户、同一楼栋/),
    });
    await accept(second.caseNo, { authorities: ['ZJJ'], otherAuthorities: '街道办' });
    expect((await intake.internal(`/internal/cases/${second.caseNo}/authorities`)).body).toEqual({ unitIds: ['ZJJ'] });
  });

  it('refuses a review that does not hold together, in words', async () => {
    const { caseNo } = await intake.file();
    const refused = await check(caseNo, answers({ kind: 'sales' }));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'kind', code: 'kind-differs' }] } });
    const unclear = await check(caseNo, answers({ topic: 'none', kind: null }));
    expect(unclear.body.errors).toEqual([expect.objectContaining({ field: 'kind', code: 'kind-required' })]);
    const supplement = await check(caseNo, answers({ topic: 'sale', kind: 'sales', specific: false }));
    expect(supplement.body.errors).toEqual([expect.objectContaining({ field: 'missing', code: 'missing-required' })]);
  });

  it('R01.3, R10.5, R04.13: accepts with severity, the longer promise, events and the question whether severity changed', async () => {
    const filed = await intake.file({ amountFen: 500_00 });
    await recorded(filed.caseNo);
    const output = await accept(filed.caseNo, { amountYuan: 10_000 });
    expect(output).toMatchObject({
      severity: 'major',
      complexity: 'complex',
      complex: true,
      amountYuan: 10_000,
      households: 1,
    });
    expect(await page(filed.caseNo)).toMatchObject({
      state: 'accepted',
      kind: 'construction-quality',
      admission: 'accept',
      severity: 'major',
      amountFen: 1_000_000,
    });
    // R04.13: the notice of acceptance, which goes out next, already promises the longer time of a complex case.
    const { replyBy } = (await page(filed.caseNo)) as { replyBy: string };
    expect(Date.parse(replyBy)).toBeGreaterThan(Date.parse(filed.replyBy));
    const types = (await intake.events(filed.caseNo)).map(({ type }) => type);
    expect(types).toEqual(['case.registered', 'case.accepted', 'case.changed']);
    const changes = (await intake.messages('case-changed')).filter(({ key }) => key === filed.caseNo);
    expect(changes.map(({ variables }) => variables)).toEqual([
      expect.objectContaining({ changeId: `${filed.caseNo}-G1`, severity: null }),
      expect.objectContaining({ changeId: `${filed.caseNo}-G2`, severity: 'general', amountYuan: 10_000 }),
    ]);
  });

  it('R08.7, R10.5: answers that arrive before the job are compared with what was recorded, so activation is decided again', async () => {
    const filed = await intake.file({ amountFen: 500_00 });
    await recorded(filed.caseNo);
    const data = answers({ amountYuan: 10_000, harmsStanding: true });
    const checked = await check(filed.caseNo, data);
    const outcomeId = await intake.complete(REVIEW, data, { subjectNo: filed.caseNo });
    await intake.job(AcceptCaseWorker, 'intake.accept-case', {
      ...{ subjectNo: filed.caseNo, caseNo: filed.caseNo, orgId: 'WY01', outcomeId },
      ...checked.body.variables,
    });
    const asked = (await intake.messages('case-changed')).filter(({ key }) => key === filed.caseNo).at(-1);
    expect(asked?.variables).toMatchObject({ severity: 'general', harmsStanding: true, riskChanged: true });
  });

  it('R04.4: a first review that is told after the second let the case in takes nothing back', async () => {
    const { caseNo } = await intake.file();
    const first = { ...answers({ specific: false, amountYuan: 100 }), missing: ['合同'] };
    const firstId = outcome(caseNo, REVIEW, first);
    await accept(caseNo, { amountYuan: 10_000 });
    await hear(firstId, REVIEW);
    expect(await page(caseNo)).toMatchObject({ admission: 'accept', amountFen: 1_000_000, severity: 'major' });
  });

  it('R04.4: the job behind a review that reached the case already takes back nothing that a person changed since', async () => {
    const { caseNo } = await intake.file();
    const data = answers({ amountYuan: 500 });
    const outcomeId = outcome(caseNo, REVIEW, data);
    await hear(outcomeId, REVIEW);
    expect((await intake.as('steward', `/api/cases/${caseNo}/facts`, { body: { amountFen: 1_000_000 } })).status).toBe(
      200,
    );
    const { variables } = (await check(caseNo, data)).body;
    const subject = { subjectNo: caseNo, caseNo, orgId: 'WY01', outcomeId };
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...subject, ...variables });
    expect(await page(caseNo)).toMatchObject({ admission: 'accept', amountFen: 1_000_000, severity: 'major' });
  });

  it('R10.5 R10.6: two changes within a moment: the second is compared with the first, which is under review still', async () => {
    const { caseNo } = await intake.file({ amountFen: 500_00 });
    await accept(caseNo, { amountYuan: 500 });
    const facts = (amountFen: number) => intake.as('steward', `/api/cases/${caseNo}/facts`, { body: { amountFen } });
    const asked = async () =>
      (await intake.messages('case-changed')).filter(({ key }) => key === caseNo).at(-1)?.variables;
    expect((await facts(1_000_000)).status).toBe(200);
    expect(await asked()).toMatchObject({ severity: 'general', amountYuan: 10_000 });
    // A decision that is issued in this moment goes by the figures that stand, not by those of a review before.
    expect(await page(caseNo)).toMatchObject({ severity: 'major' });
    expect((await facts(50_000)).status).toBe(200);
    expect(await asked()).toMatchObject({ severity: 'major', amountYuan: 500 });
    expect(await page(caseNo)).toMatchObject({ severity: 'general' });
  });

  it('R01.3: tells by mail, or in the file where nobody can be reached', async () => {
    const filed = await intake.file({ contact: { name: '王五', phone: '13800001111', email: 'wang@example.com' } });
    await accept(filed.caseNo);
    const subject = { subjectNo: filed.caseNo, caseNo: filed.caseNo, orgId: 'WY01', noticeTemplate: 'accepted' };
    const sent = await intake.job(SendNoticeWorker, 'intake.send-notice', subject);
    await record(filed, 'accepted', { ...sent });
    const portal = await intake.with<{ notices: { title: { zh: string }; text: string }[] }>(filed);
    expect(portal.body.notices.map(({ title }) => title.zh)).toEqual(['投诉回执', '受理告知书']);
    expect(portal.body.notices[1]?.text).toContain('工程质量');
    const events = (await intake.events(filed.caseNo)).filter(({ type }) => type === 'notice.sent');
    expect(events).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ channel: 'email', result: 'sent' }) }),
    ]);
    const anonymous = await intake.file({ anonymous: true, contact: undefined });
    const unreachable = { ...subject, subjectNo: anonymous.caseNo, caseNo: anonymous.caseNo };
    await expect(intake.job(SendNoticeWorker, 'intake.send-notice', unreachable)).rejects.toMatchObject({
      code: 'channel-unreachable',
    });
  });

  it('R04.11: a person tells it, with way and result on record', async () => {
    const filed = await intake.file();
    await accept(filed.caseNo);
    const form = 'notify-complainant--tell-in-person';
    const start = await intake.internal(`/internal/forms/${form}?subjectNo=${filed.caseNo}&taskId=t&actorId=steward`);
    expect(start.body['noticeText']).toContain('受理');
    expect((await check(filed.caseNo, { mode: 'phone' }, form)).body.errors.map(({ field }) => field)).toEqual([
      'toldAt',
      'toldTo',
    ]);
    const told = { mode: 'phone', toldAt: '2026-03-02T15:00:00+08:00', toldTo: '张三丰' };
    expect((await check(filed.caseNo, told, form)).body.variables).toEqual({});
    await record(filed, 'accepted', { outcomeId: outcome(filed.caseNo, form, told) });
    const last = (await intake.events(filed.caseNo)).at(-1);
    expect(last).toMatchObject({ type: 'notice.sent', data: { channel: 'phone', result: 'told' } });
    expect(JSON.stringify(last)).not.toContain('张三丰');
  });

  it('R01.2: asks for a supplement, takes it, and takes a late one under the same number', async () => {
    const filed = await intake.file();
    const asked = answers({ topic: 'sale', kind: 'sales', evidenced: false, missing: '合同；付款凭证' });
    expect((await check(filed.caseNo, asked)).status).toBe(200);
    await record(filed, 'supplement');
    const waiting = await intake.with<{ duties: unknown[]; status: { zh: string } }>(filed);
    expect(waiting.body.duties).toEqual([{ duty: 'supplement', missing: ['合同', '付款凭证'], until: '2026-03-16' }]);
    expect((await intake.with(filed, '/supplements', {})).status).toBe(422);
    expect((await intake.with(filed, '/supplements', { text: '合同编号 A-17' })).status).toBe(201);
    expect((await intake.messages('supplement-received')).map(({ key }) => key)).toEqual([filed.caseNo]);
    expect(await page(filed.caseNo)).toMatchObject({ state: 'registered' });

    await check(filed.caseNo, asked);
    await record(filed, 'supplement');
    await divert(filed.caseNo, { admission: 'abandoned', target: null });
    expect(await page(filed.caseNo)).toMatchObject({
      state: 'not-accepted',
      diversion: { reason: 'supplement-overdue' },
    });
    intake.clock.set('2026-03-20T10:00:00+08:00');
    expect((await intake.with(filed, '/supplements', { text: '补齐了' })).status).toBe(201);
    const starts = (await intake.messages('start-complaint-handling')).filter(({ key }) => key === filed.caseNo);
    expect(starts).toHaveLength(2);
    // The refusal may still be to be told in person: the new start waits for the end of the handling before, which closes nothing.
    const ttls = await intake.query<{ ttl: number }>(
      `SELECT (data::jsonb ->> 'ttlMs')::float AS ttl FROM intake.outbox WHERE kind = 'message' AND partition_key = $1
         AND type = 'start-complaint-handling' ORDER BY seq`,
      [filed.caseNo],
    );
    expect(ttls.map(({ ttl }) => ttl)).toEqual([0, 90 * 86_400_000]);
    await intake.job(ArchiveCaseWorker, 'intake.archive-case', {
      subjectNo: filed.caseNo,
      caseNo: filed.caseNo,
      orgId: 'WY01',
    });
    const file = 'SELECT state, archived_at FROM intake.complaint_case WHERE case_no = $1';
    expect(await intake.query(file, [filed.caseNo])).toEqual([{ state: 'registered', archived_at: null }]);
    const internal = await intake.internal(`/internal/cases/${filed.caseNo}`);
    expect(internal.body).toMatchObject({
      state: 'registered',
      receivedAt: '2026-03-20T10:00:00+08:00',
      receivedOn: '2026-03-02',
    });
  });

  it.each([
    ['R12.2', 'divert', 'inquiry-handling', 'inquiry', 'inquiry-handling', 'start-inquiry-handling'],
    ['R09.2', 'divert', 'supervision', 'handler-misconduct', 'other-procedure', null],
    ['R10.4', 'divert', 'delivery-defect', 'construction-quality', 'delivery-defect', null],
    ['R13.3', 'divert', 'measure-follow-up', 'repair-request', 'measure-follow-up', 'start-measure-follow-up'],
    ['R13.3', 'pass', 'measure-follow-up', 'property-service', 'measure-follow-up', 'start-measure-follow-up'],
    ['R09.5', 'redirect', null, 'property-service', 'other-centre', null],
    ['R13.2', 'record', null, 'suggestion', null, null],
    ['R04.4', 'refuse', null, 'sales', null, null],
  ])('%s: %s to %s', async (_, admission, target, kind, shown, started) => {
    const filed = await intake.file();
    await divert(filed.caseNo, { admission, target, kind, respondentGroup: [] });
    const found = await page(filed.caseNo);
    expect(found).toMatchObject({ state: 'not-accepted', admission, target: shown, severity: null });
    expect(found.kind).toBe(shown === 'other-procedure' ? null : kind);
    const mine = (await intake.messages()).filter(({ key }) => key.startsWith(filed.caseNo)).map(({ name }) => name);
    expect(mine.slice(2)).toEqual(started ? [started] : []);
    const opened = intake.neighbours.supervisions.filter(({ caseNo }) => caseNo === filed.caseNo);
    expect(opened).toHaveLength(target === 'supervision' ? 1 : 0);
    const event = (await intake.events(filed.caseNo)).find(({ type }) => type === 'case.diverted');
    expect(event?.data).toMatchObject({ admission, kind: found.kind, ...(shown ? { target: shown } : {}) });
    // The day of the measure is reckoned once: parameter repairOrderDays, 3 days from receipt on 20 March.
    expect(event?.data['plannedOn']).toBe(shown === 'measure-follow-up' ? '2026-03-23' : undefined);
    await record(filed, 'not-accepted');
    const portal = await intake.with<FollowedCase>(filed);
    expect(portal.body.status.zh).toMatch(/^.+。原因：.+接下来：.+您还可以：.+/);
    expect(portal.body.status.en).toMatch(/^.+ Why: .+ Next: .+ You can also: .+/);
    expect(portal.body.status.zh).not.toContain('{');
    expect(portal.body.replyBy).toBeNull();
    const letter = portal.body.notices.at(-1)?.text ?? '';
    expect(letter).toMatch(/原因：.+\n接下来：.+\n[^]*您还可以：.+/);
    // Until when, where a day is set: the measure's, or that of the department that looks something up.
    const day = { 'measure-follow-up': '2026年3月23日', 'inquiry-handling': '2026年3月25日' }[shown ?? ''];
    if (day) expect(letter).toContain(`${day}前`);
    else expect(letter).not.toMatch(/\d日前/);
    // Whom to ask: the desk, which knows nothing of what is handled in confidence.
    expect(letter.includes('如有疑问，请联系')).toBe(target !== 'supervision');
  });

  it('R05.1: a report that only the desk recognises is sealed when it is diverted', async () => {
    const marker = '三号岗亭十一个夜班没有人在';
    const filed = await intake.file({ description: `${marker}，登记本却天天有签名` });
    const data = answers({ topic: 'colleague', kind: 'employee-report', reportForm: 'written' });
    await divert(filed.caseNo, { admission: 'divert', target: 'employee-report', kind: 'employee-report' }, data);
    expect(await page(filed.caseNo)).toMatchObject({
      state: 'not-accepted',
      kind: null,
      topic: null,
      target: 'other-procedure',
      description: '',
    });
    const rows = JSON.stringify(
      await intake.query(`SELECT * FROM intake.complaint_case WHERE case_no = $1`, [filed.caseNo]),
    );
    expect(rows).not.toContain('岗亭');
    const sealed = await intake.query<{ content: string }>(`SELECT content FROM employee_reports.sealed_report`);
    expect(sealed).toHaveLength(1);
    expect(await intake.query(`SELECT 1 FROM intake.data_key WHERE subject = $1`, [filed.caseNo])).toEqual([]);
  });

  it('R05.1 access.md §5 what the desk answered in the review goes into the sealed store with the words', async () => {
    const sizes = async (data: Record<string, unknown>) => {
      await intake.query(`DELETE FROM employee_reports.sealed_report`);
      const filed = await intake.file({ description: '三号岗亭十一个夜班没有人在，登记本却天天有签名' });
      await divert(filed.caseNo, { admission: 'divert', target: 'employee-report', kind: 'employee-report' }, data);
      const [row] = await intake.query<{ content: string }>(`SELECT content FROM employee_reports.sealed_report`);
      return row?.content.length ?? 0;
    };
    const review = answers({ topic: 'colleague', kind: 'employee-report', reportForm: 'written' });
    const withMore = await sizes({ ...review, otherAuthorities: '机'.repeat(90) });
    // 90 characters of three bytes, in base64: longer by that, for both lie under the report's own key.
    expect(withMore - (await sizes(review))).toBeGreaterThanOrEqual(360);
  });

  it.each(['before', 'after'])(
    'R05.1 access.md §5 tasks that are told of %s the case moved leave nothing of their answers in it',
    async (when) => {
      const filed = await intake.file({ description: '三号岗亭十一个夜班没有人在，登记本却天天有签名' });
      const data = answers({ topic: 'colleague', kind: 'employee-report', reportForm: 'written' });
      const transfer = 'eligibility-check--accept-transfer';
      const tasks: [string, string][] = [
        [outcome(filed.caseNo, transfer, { opinion: '看了登记本再说' }), transfer],
        [outcome(filed.caseNo, REVIEW, data), REVIEW],
      ];
      const told = async () => {
        for (const [taskId, formId] of tasks) await hear(taskId, formId);
      };
      if (when === 'before') await told();
      await intake.job(DivertCaseWorker, 'intake.divert-case', {
        ...{ subjectNo: filed.caseNo, caseNo: filed.caseNo, orgId: 'WY01', outcomeId: tasks[1]?.[0] },
        ...{ admission: 'divert', target: 'employee-report', kind: 'employee-report' },
      });
      if (when === 'after') await told();
      for (const table of ['form_record', 'case_note', 'data_key']) {
        const column = table === 'data_key' ? 'subject' : 'case_no';
        expect(await intake.query(`SELECT 1 FROM intake.${table} WHERE ${column} = $1`, [filed.caseNo])).toEqual([]);
      }
    },
  );

  it('R08.7: danger in a delivery defect starts the emergency response, once', async () => {
    const filed = await intake.file({ dangerToPersons: true });
    await divert(filed.caseNo, { admission: 'divert', target: 'delivery-defect', kind: 'construction-quality' });
    const again = { body: { reason: '又有人看见危险' } };
    expect((await intake.as('wygm', `/api/cases/${filed.caseNo}/emergency`, again)).status).toBe(409);
    expect(await page(filed.caseNo)).toMatchObject({ emergency: true, emergencyBecause: 'danger' });
    const starts = (await intake.messages('start-emergency-response')).filter(({ key }) => key === filed.caseNo);
    expect(starts).toHaveLength(1);
  });

  it('R10.5: five households of one cause make the master major, a child of the same household adds none', async () => {
    const place = { project: '望舒苑', building: '12幢', room: '501' };
    const master = await intake.file({ place, contact: { name: '主案', phone: '13700000001' } });
    const join = (child: FiledComplaint) =>
      intake.as('steward', `/api/cases/${child.caseNo}/links`, { body: { masterNo: master.caseNo } });
    for (let n = 2; n <= 5; n++) {
      const child = await intake.file({
        place: { ...place, room: `50${n}` },
        contact: { name: '邻居', phone: `1370000000${n}` },
      });
      expect((await join(child)).status).toBe(200);
    }
    const again = await intake.file({ place, contact: { name: '主案', phone: '137 0000 0001' } });
    await join(again);
    const links = await intake.as('steward', `/api/cases/${master.caseNo}/links`);
    expect(links.body).toMatchObject({ households: 5 });
    const changed = (await intake.messages('case-changed')).filter(({ key }) => key === master.caseNo).at(-1);
    expect(changed?.variables).toMatchObject({ households: 5 });
    expect(await accept(master.caseNo)).toMatchObject({ severity: 'major', households: 5 });
    expect(await accept(again.caseNo, { masterNo: master.caseNo })).toMatchObject({
      severity: 'general',
      households: 1,
    });

    const subject = { subjectNo: again.caseNo, caseNo: again.caseNo, orgId: 'WY01', masterNo: master.caseNo };
    await intake.job(FollowMasterWorker, 'intake.follow-master', subject);
    expect(await page(again.caseNo)).toMatchObject({
      state: 'following-master',
      masterSeverity: 'major',
      handlingProcess: 'complaint-handling',
      needsVerification: true,
    });
    const mine = { subjectNo: master.caseNo, caseNo: master.caseNo, orgId: 'WY01' };
    expect(await intake.job(ResolveChildrenWorker, 'intake.resolve-children', mine)).toMatchObject({
      severity: 'major',
    });
    const resolved = await intake.messages('master-resolved');
    expect(resolved).toEqual([
      expect.objectContaining({ key: again.caseNo, variables: { masterAnswered: true, masterNo: master.caseNo } }),
    ]);
    expect(
      (await intake.as('steward', `/api/cases/${master.caseNo}/links`, { body: { masterNo: again.caseNo } })).status,
    ).toBe(422);
  });

  it.each([
    [{ authorities: ['ZJJ'] }, ['ZJJ']],
    [{ otherAuthorities: '住建局、ZJJ' }, ['ZJJ']],
    [{ otherAuthorities: '某某局' }, []],
    [{}, []],
  ])('R06.4 外部机关 %j: the directory knows %j', async (named, unitIds) => {
    const { caseNo } = await intake.file();
    await accept(caseNo, named);
    expect((await intake.internal(`/internal/cases/${caseNo}/authorities`)).body).toEqual({ unitIds });
  });
});
