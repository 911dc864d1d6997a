import type { CaseView, FiledComplaint, RegistrationForm } from '@huiying/contracts';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { DivertCaseWorker } from '../eligibility/divert-case.worker.js';
import { RecordNoticeWorker } from '../notices/record-notice.worker.js';
import { Intake } from '../testing/intake-harness.js';

const REVIEW = 'eligibility-check--review-intake';
const TELL = 'notify-complainant--tell-in-person';
const CONTACT = { name: '张三丰', phone: '13812345678', address: '望舒苑12幢501' };
const JUDGED = {
  scope: 'own',
  specific: true,
  evidenced: true,
  valid: true,
  proceedings: false,
  keyCustomer: false,
  dangerToPersons: false,
  disturbsOperation: false,
  harmsStanding: false,
  complex: false,
};

describe('rules of registration and review', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  beforeEach(() => intake.clock.set('2026-03-02T10:00:00+08:00'));
  afterAll(() => intake.stop());

  const register = (login: string, body: object) =>
    intake.as<FiledComplaint & { errors?: { field: string; code: string }[]; type?: string }>(
      login,
      '/api/intake/complaints',
      { body: { description: '厨房天花板渗水，请派人来看', contact: CONTACT, readBackConfirmed: true, ...body } },
    );
  const page = async (caseNo: string, login: string) => (await intake.as<CaseView>(login, `/api/cases/${caseNo}`)).body;
  const letters = async (caseNo: string, login: string) =>
    (
      await intake.as<{ items: { template: string; channel: string; text: string }[] }>(
        login,
        `/api/cases/${caseNo}/notices`,
      )
    ).body.items;
  const about = (caseNo: string, orgId = 'WY01') => ({ subjectNo: caseNo, caseNo, orgId });
  const errorsOf = ({ status, body }: { status: number; body: { errors?: { field: string }[] } }) => [
    status,
    ...(body.errors ?? []).map(({ field }) => field),
  ];
  const started = async (name: string, caseNo: string) =>
    (await intake.messages(name)).filter(({ key }) => key.startsWith(caseNo)).map(({ variables }) => variables);

  it('R01.1 a letter to the registration centre: the case shows letter, its notices go by letter; without a channel refused', async () => {
    expect(errorsOf(await register('djdesk', {}))).toEqual([422, 'channel']);
    const { status, body } = await register('djdesk', { channel: 'letter' });
    expect(status).toBe(201);
    expect(await page(body.caseNo, 'djdesk')).toMatchObject({ channel: 'letter', orgType: 'registration-centre' });
    await intake.job(AcceptCaseWorker, 'intake.accept-case', {
      ...about(body.caseNo, 'DJ01'),
      kind: 'registration-service',
    });
    const told = { mode: 'letter', toldAt: '2026-03-02T11:00:00+08:00', toldTo: '本人' };
    const outcomeId = await intake.complete(TELL, told, { subjectNo: body.caseNo, actorId: 'djdesk' });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', {
      ...about(body.caseNo, 'DJ01'),
      noticeTemplate: 'accepted',
      outcomeId,
    });
    expect((await letters(body.caseNo, 'djdesk')).at(-1)).toMatchObject({ template: 'accepted', channel: 'letter' });
  });

  it('R03.1 owner, consumer and outside party each file: number and file at once, within the request', async () => {
    const filed = await Promise.all(
      ['我是业主，厨房渗水三天了', '我是看房客户，宣传与实际不符', '我是路人，工地夜间施工扰民'].map((description) =>
        intake.file({ description }),
      ),
    );
    expect(new Set(filed.map(({ caseNo }) => caseNo)).size).toBe(3);
    for (const one of filed) expect((await intake.with(one)).status).toBe(200);
  });

  it('R04.3 R10.3 phone, e-mail, web, on site and passed on by the property unit: each its own channel, a case like any other', async () => {
    for (const channel of ['phone', 'email', 'web', 'visit', 'property-unit']) {
      const { body } = await register('steward', { channel });
      expect(await page(body.caseNo, 'steward')).toMatchObject({ channel, state: 'registered' });
      expect(await started('start-complaint-handling', body.caseNo)).toHaveLength(1);
    }
  });

  it('R06.2 a complaint and a question filed online: both answered, each in the portal under its number', async () => {
    const complaint = await intake.file();
    const question = await intake.file({ kind: 'inquiry', description: '请问物业费怎么交，有哪些方式' });
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about(complaint.caseNo), kind: 'after-sales' });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', {
      ...about(complaint.caseNo),
      noticeTemplate: 'outcome',
    });
    await intake.job(DivertCaseWorker, 'intake.divert-case', {
      ...about(question.caseNo),
      admission: 'divert',
      target: 'inquiry-handling',
      kind: 'inquiry',
    });
    const said = { question: '怎么交', answeredNow: true, answer: '可在线上缴纳' };
    await intake.complete('inquiry-handling--answer', said, { subjectNo: question.caseNo });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', {
      ...about(question.caseNo),
      noticeTemplate: 'answer',
    });
    const answers = async (filed: FiledComplaint) =>
      (await intake.with<{ notices: { text: string }[] }>(filed)).body.notices.map(({ text }) => text).join('\n');
    expect(await answers(complaint)).toContain(complaint.caseNo);
    expect(await answers(question)).toContain('可在线上缴纳');
    expect(await answers(complaint)).not.toContain('可在线上缴纳');
  });

  it('R07.1 a written sales complaint: without the promised date refused, with 9 March recorded and told; by the portal 2 March: 9 March', async () => {
    const sale = { channel: 'letter', kind: 'sales' };
    expect(errorsOf(await register('kfdesk', sale))).toEqual([422, 'promisedOn']);
    const { body } = await register('kfdesk', { ...sale, promisedOn: '2026-03-09' });
    expect((await page(body.caseNo, 'kfdesk')).promisedOn).toBe('2026-03-09');
    expect((await letters(body.caseNo, 'kfdesk'))[0]?.text).toContain('2026年3月9日');
    const filed = await intake.file({ organisationId: 'KF01', kind: 'sales' });
    expect((await page(filed.caseNo, 'kfdesk')).promisedOn).toBe('2026-03-09');
    expect((await letters(filed.caseNo, 'kfdesk'))[0]?.text).toContain('2026年3月9日');
  });

  it.each([
    ['phone', 'steward'],
    ['hotline', 'steward'],
    ['visit', 'kfdesk'],
    ['phone', 'jjdesk'],
    ['visit', 'djdesk'],
  ])(
    'R07.2 %s at %s: without 复述确认 refused, ticked the time is recorded and the date told',
    async (channel, login) => {
      expect(errorsOf(await register(login, { channel, readBackConfirmed: false }))).toEqual([
        422,
        'readBackConfirmed',
      ]);
      const { body } = await register(login, { channel });
      expect((await page(body.caseNo, login)).readBackConfirmedAt).toBe('2026-03-02T10:00:00+08:00');
      expect((await letters(body.caseNo, login))[0]?.text).toMatch(/2026年\d+月\d+日/);
    },
  );

  it('R08.3 an e-mail without contact is refused; with name and contact, or anonymous, it has its number at once', async () => {
    const mail = { channel: 'email' };
    const without = await register('steward', { ...mail, contact: undefined });
    expect(errorsOf(without)).toEqual([422, 'contact']);
    const named = await register('steward', { ...mail, contact: { name: '李四', email: 'li@example.com' } });
    const anonymous = await register('steward', { ...mail, contact: undefined, anonymous: true });
    for (const { status, body } of [named, anonymous]) {
      expect([status, body.receivedAt]).toEqual([201, '2026-03-02T10:00:00+08:00']);
      expect(body.caseNo).toMatch(/^TS-WY01-20260302-\d{4}$/);
    }
  });

  it('R09.1 safety, house quality, after-sales and sales service are accepted, catering is outside; site safety goes to engineering', async () => {
    const reviewed = async (topic: string, kind: string, more: object = {}) => {
      const { body } = await register('kfdesk', { channel: 'letter', kind, topic, promisedOn: '2026-03-09' });
      const answers = { ...JUDGED, topic, kind, ...more };
      const checked = await intake.check(REVIEW, answers, { subjectNo: body.caseNo, actorId: 'kfdesk' });
      return { caseNo: body.caseNo, checked };
    };
    for (const [topic, kind] of [
      ['site-safety', 'construction-safety'],
      ['house-quality', 'construction-quality'],
      ['after-sales', 'after-sales'],
      ['sale', 'sales'],
    ] as const) {
      const { caseNo, checked } = await reviewed(topic, kind);
      expect([kind, checked.status]).toEqual([kind, 200]);
      await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about(caseNo, 'KF01'), ...checked.body.variables });
      expect(await page(caseNo, 'kfdesk')).toMatchObject({ state: 'accepted', kind });
      if (kind === 'construction-safety') expect((await page(caseNo, 'kfdesk')).handlerGroup).toBe('engineering');
    }
    const { checked } = await reviewed('none', 'marketing-service', { scope: 'outside', kind: null });
    expect(checked.body.variables).toMatchObject({ scope: 'outside', kind: null });
  });

  it('R09.3 a visit without an address is refused at a developer; receiver and time are the system’s', async () => {
    const visit = { channel: 'visit', contact: { name: '王五', phone: '13700000009' } };
    expect(errorsOf(await register('kfdesk', visit))).toEqual([422, 'contact.address']);
    const { body } = await register('kfdesk', { ...visit, contact: CONTACT });
    const found = await page(body.caseNo, 'kfdesk');
    expect(found).toMatchObject({ receivedAt: '2026-03-02T10:00:00+08:00', owner: { personId: 'kfdesk' } });
    expect(errorsOf(await register('kfdesk', { ...visit, contact: CONTACT, receivedAt: '2026-01-01' }))[0]).toBe(400);
  });

  it('R09.5 a matter of the group: the notice names its centre, the hand-over is logged, nothing is handled', async () => {
    const filed = await intake.file({ organisationId: 'KF01' });
    await intake.job(DivertCaseWorker, 'intake.divert-case', {
      ...about(filed.caseNo, 'KF01'),
      admission: 'redirect',
      kind: 'marketing-service',
    });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', {
      ...about(filed.caseNo, 'KF01'),
      noticeTemplate: 'not-accepted',
    });
    const text = (await letters(filed.caseNo, 'kfdesk')).at(-1)?.text ?? '';
    expect(text).toMatch(/集团/);
    const event = (await intake.events(filed.caseNo)).find(({ type }) => type === 'case.diverted');
    expect(event?.data).toMatchObject({ target: 'other-centre', reason: 'group-scope' });
    const sent = (await intake.messages()).filter(({ key }) => key === filed.caseNo).map(({ name }) => name);
    expect(sent).toEqual(['start-complaint-handling', 'case-changed']);
  });

  it('R12.1 the engineer owns what he took until customer service has taken it over; explained, it stays with him', async () => {
    const taken = await register('builder', { channel: 'email', explained: false, explanation: '我不清楚' });
    const { caseNo } = taken.body;
    expect((await page(caseNo, 'kfcs')).owner).toMatchObject({ personId: 'builder' });
    expect((await started('start-complaint-handling', caseNo))[0]).toMatchObject({
      receiverHoldsPost: false,
      explained: false,
    });
    const transfer = 'eligibility-check--accept-transfer';
    expect(await intake.form(transfer, { subjectNo: caseNo })).toMatchObject({ firstExplanation: '我不清楚' });
    await intake.complete(transfer, { opinion: '接收' }, { subjectNo: caseNo, actorId: 'kfcs' });
    expect((await page(caseNo, 'kfcs')).owner).toMatchObject({ personId: 'kfcs', group: 'customer-service' });
    const explained = await register('builder', { channel: 'email', explained: true, explanation: '已说明保修范围' });
    expect(await page(explained.body.caseNo, 'builder')).toMatchObject({
      explanation: '已说明保修范围',
      owner: { personId: 'builder' },
    });
    const property = await register('steward', { channel: 'email' });
    const checked = await intake.check(transfer, { opinion: '接收' }, { subjectNo: property.body.caseNo });
    expect(checked.body.variables).toEqual({ ownerGroup: 'operations-head' });
  });

  it('R13.2 a call without content is registered with no kind; a suggestion is recorded and thanked', async () => {
    const call = await register('steward', { channel: 'hotline', description: undefined });
    expect(call.status).toBe(201);
    expect((await page(call.body.caseNo, 'steward')).kind).toBeNull();
    const praise = await register('steward', { channel: 'phone', kind: 'suggestion', description: '保安师傅很热心' });
    const { caseNo } = praise.body;
    await intake.job(DivertCaseWorker, 'intake.divert-case', {
      ...about(caseNo),
      admission: 'record',
      kind: 'suggestion',
    });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about(caseNo), noticeTemplate: 'not-accepted' });
    expect(await page(caseNo, 'steward')).toMatchObject({ admission: 'record', kind: 'suggestion', severity: null });
    expect((await letters(caseNo, 'steward')).at(-1)?.text).toMatch(/感谢/);
  });

  it('R13.3 at a property company judged the same day: invalid and repair are measures, valid goes to the head of operations at once', async () => {
    const filed = [await intake.file(), await intake.file(), await intake.file()] as const;
    const [invalid, repair, valid] = filed;
    const [row] = await intake.query<{ accept_by: Date }>(
      `SELECT accept_by FROM intake.complaint_case WHERE case_no = $1`,
      [valid.caseNo],
    );
    expect(row?.accept_by.toISOString()).toBe('2026-03-02T15:59:59.000Z');
    const divert = (caseNo: string, more: object) =>
      intake.job(DivertCaseWorker, 'intake.divert-case', { ...about(caseNo), target: 'measure-follow-up', ...more });
    const checked = await intake.check(
      REVIEW,
      {
        ...JUDGED,
        topic: 'property-management',
        kind: 'property-service',
        valid: false,
        respondentGroup: ['service-centre'],
      },
      { subjectNo: invalid.caseNo },
    );
    const outcomeId = await intake.complete(
      REVIEW,
      {
        ...JUDGED,
        topic: 'property-management',
        kind: 'property-service',
        valid: false,
        respondentGroup: ['service-centre'],
      },
      { subjectNo: invalid.caseNo },
    );
    expect(checked.body.variables).toMatchObject({ valid: false });
    await divert(invalid.caseNo, { admission: 'pass', kind: 'property-service', outcomeId });
    expect((await started('start-measure-follow-up', invalid.caseNo))[0]).toMatchObject({
      measureGroup: 'service-centre',
      ownerGroup: 'property-steward',
    });
    expect(await page(invalid.caseNo, 'steward')).toMatchObject({ admission: 'pass' });
    await divert(repair.caseNo, { admission: 'divert', kind: 'repair-request' });
    expect((await started('start-measure-follow-up', repair.caseNo))[0]).toMatchObject({
      measureGroup: 'service-centre-engineering',
      ownerGroup: 'property-steward',
      plannedOn: '2026-03-05',
    });
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about(valid.caseNo), kind: 'property-service' });
    expect(await page(valid.caseNo, 'steward')).toMatchObject({ state: 'accepted', handlerGroup: 'operations-head' });
  });

  it('R13.10 a new field of the registration form is on the next registration; operations has the form, 工程部 none', async () => {
    const form = async (login: string) =>
      (await intake.as<RegistrationForm>(login, '/api/intake/registration-form?organisationId=WY01')).body;
    expect(await form('ops')).toEqual({ organisationId: 'WY01', mayRegister: true, version: 1, fields: [] });
    const fields = [{ key: 'extra1', label: '车位号', required: true }];
    intake.neighbours.forms.set('WY01', { version: 2, fields });
    expect(await form('ops')).toMatchObject({ mayRegister: true, version: 2, fields });
    expect(await form('mechanic')).toMatchObject({ mayRegister: false, fields: [] });
    const call = { channel: 'hotline', organisationId: 'WY01' };
    expect(errorsOf(await register('ops', call))).toEqual([422, 'extra.extra1']);
    expect(errorsOf(await register('ops', { ...call, extra: { extra1: 'B1', colour: 'x' } }))).toEqual([
      422,
      'extra.colour',
    ]);
    const { status, body } = await register('ops', { ...call, extra: { extra1: '张三丰 B1-07' } });
    expect(status).toBe(201);
    const found = await page(body.caseNo, 'ops');
    expect(found.extra).toEqual([{ label: '车位号', value: expect.stringContaining('B1-07') as string }]);
    expect(JSON.stringify(found.extra)).not.toContain('张三丰');
    const engineer = await register('mechanic', { ...call, extra: { extra1: 'B1' } });
    expect([engineer.status, engineer.body.type]).toEqual([403, 'no-registration-form']);
    intake.neighbours.forms.delete('WY01');
  });
});
