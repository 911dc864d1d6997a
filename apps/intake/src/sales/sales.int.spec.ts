import type { CaseView, FormId, InternalHandling, InternalRegistration } from '@huiying/contracts';
import { RelationWriter } from '@huiying/platform';
import { CaseProgressConsumer } from '../case/case-progress.consumer.js';
import { ArchiveCaseWorker } from '../closure/archive-case.worker.js';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { RecordNoticeWorker } from '../notices/record-notice.worker.js';
import { SendNoticeWorker } from '../notices/send-notice.worker.js';
import { Intake } from '../testing/intake-harness.js';
import { IssueDepartmentOrdersWorker } from './issue-department-orders.worker.js';
import { IssueWorkOrderWorker } from './issue-work-order.worker.js';
import { groupOfLevel } from './ladder.decider.js';

const HANDLE = 'sales-complaint--handle';
const FEEDBACK = 'sales-complaint--give-feedback';
const CONCLUSION = {
  bothStatements: '客户称样板间与交付不符，销售称已告知',
  findings: '未书面告知',
  basis: '认购书第六条',
  causeCode: 'information',
  causeText: '告知不到位',
  agreed: true,
  correctiveNeeded: false,
};
const SETTLED = { action: 'settle', opinion: '补发说明', ...CONCLUSION };
const TOLD = { mode: 'phone', opinion: '已补发书面说明', satisfied: true };

describe('sales complaints', () => {
  let intake: Intake;
  let instances = 0;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const about = (caseNo: string) => ({ subjectNo: caseNo, caseNo, orgId: 'KF01', orgType: 'developer' });
  /** A task of a level of the ladder. */
  const at = (caseNo: string, level: number, actorId = 'seller') => ({
    subjectNo: caseNo,
    group: groupOfLevel(level),
    actorId,
  });
  const refused = async (formId: FormId, data: object, caseNo: string, level = 1) =>
    ((await intake.check(formId, data, at(caseNo, level))).body.errors ?? []).map(
      ({ field, code }) => `${field} ${code}`,
    );
  const hear = (method: 'routed' | 'feedbackDate' | 'dispatched', type: string, caseNo: string, data: object) =>
    intake.inTransaction(async (manager) => {
      const consumer = intake.service.app.get(CaseProgressConsumer);
      const event = { type, caseno: caseNo, time: intake.clock.now().toISOString(), data: { caseNo, ...data } };
      await (consumer[method] as (...args: unknown[]) => Promise<void>).call(consumer, event, { manager });
    });
  const page = async (caseNo: string) => (await intake.as<CaseView>('kfdesk', `/api/cases/${caseNo}`)).body;
  const letters = async (caseNo: string) =>
    (await intake.as<{ items: { template: string; text: string }[] }>('kfdesk', `/api/cases/${caseNo}/notices`)).body
      .items;

  /** A sales complaint of the desk, accepted and on the ladder. */
  const sold = async (more: Record<string, unknown> = {}): Promise<string> => {
    intake.clock.set('2026-03-02T10:00:00+08:00');
    const filed = await intake.as<{ caseNo: string }>('kfdesk', '/api/intake/complaints', {
      headers: { 'idempotency-key': `sales-${++instances}-sales` },
      body: {
        organisationId: 'KF01',
        channel: 'letter',
        kind: 'sales',
        topic: 'sale',
        subject: '样板间与交付不符',
        description: '样板间的橱柜没有交付',
        demand: '补装或退款',
        promisedOn: '2026-03-09',
        contact: { name: '李四', phone: '13700000001', address: '望舒苑12幢501' },
        ...more,
      },
    });
    expect(filed.text).toContain('caseNo');
    const { caseNo } = filed.body;
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about(caseNo), kind: 'sales' });
    await hear('routed', 'case.routed', caseNo, {
      handlingProcess: 'sales-complaint',
      handlerGroup: 'salesperson',
      signatureRequired: false,
      needsVerification: false,
    });
    await hear('dispatched', 'case.dispatched', caseNo, { departments: ['salesperson'], round: 1 });
    return caseNo;
  };
  const climb = async (caseNo: string, level: number, instanceKey = caseNo) => {
    const said = { action: 'climb', opinion: `第${level}级无法处理` };
    const outcomeId = await intake.complete(HANDLE, said, at(caseNo, level));
    const variables = { ...about(caseNo), level, outcomeId };
    return intake.job(IssueWorkOrderWorker, 'intake.issue-work-order', variables, { instanceKey });
  };
  const archive = (caseNo: string) =>
    intake.job(ArchiveCaseWorker, 'intake.archive-case', about(caseNo), { processId: 'complaint-handling' });
  const handling = (caseNo: string, more: Partial<InternalHandling>) =>
    intake.neighbours.handlings.set(caseNo, {
      caseNo,
      round: 1,
      handlingProcess: 'sales-complaint',
      handlerGroup: 'salesperson',
      overseer: null,
      justified: null,
      causeCode: null,
      malicious: null,
      report: null,
      mediation: null,
      decision: null,
      settlement: null,
      reply: null,
      consultation: null,
      review: null,
      measures: [],
      correctiveActionNo: null,
      ...more,
    });

  it('R07.4 R07.5 a level is offered what it may do: no climb from 5, departments from 3', async () => {
    const caseNo = await sold();
    const offered = async (level: number) =>
      ((await intake.form(HANDLE, at(caseNo, level)))['offeredActions'] as { value: string }[]).map(
        ({ value }) => value,
      );
    expect(await offered(2)).toEqual(['settle', 'climb']);
    expect(await offered(3)).toEqual(['settle', 'climb', 'departments']);
    expect(await offered(5)).toEqual(['settle', 'departments']);
    expect(await refused(HANDLE, { action: 'climb', opinion: '上报' }, caseNo, 5)).toEqual(['action unknown-code']);
    const asked = { action: 'departments', opinion: '会办', departments: ['engineering'] };
    expect(await refused(HANDLE, asked, caseNo, 2)).toEqual(['action unknown-code']);
    expect(await refused(HANDLE, { ...asked, departments: [] }, caseNo, 3)).toEqual(['departments required']);
    expect(await refused(HANDLE, { ...asked, departments: ['no-such'] }, caseNo, 3)).toEqual([
      'departments unknown-role',
    ]);
  });

  it('R03.11 settled only with both statements, finding, basis and cause; then code and sentence are on the case', async () => {
    const caseNo = await sold();
    expect(await refused(HANDLE, { action: 'settle', opinion: '补发说明' }, caseNo)).toEqual([
      'bothStatements required',
      'findings required',
      'basis required',
      'agreed required',
      'correctiveNeeded required',
      'causeCode required',
      'causeText required',
    ]);
    expect(await refused(HANDLE, { ...SETTLED, causeCode: 'weather' }, caseNo)).toEqual(['causeCode unknown-cause']);
    await intake.complete(HANDLE, SETTLED, at(caseNo, 1));
    const { body } = await intake.internal<InternalRegistration & Record<string, unknown>>(
      `/internal/cases/${caseNo}/registration`,
    );
    expect(body.settlement).toMatchObject({
      causeCode: 'information',
      causeText: '告知不到位',
      findings: '未书面告知',
      payFen: null,
      agreed: true,
    });
    await archive(caseNo);
    expect((await page(caseNo)).causeCode).toBe('information');
  });

  it('R07.4 the salesperson cannot: the sales lead has it with the work order, and sees why', async () => {
    const caseNo = await sold();
    expect(await climb(caseNo, 1)).toEqual({ level: 2 });
    expect((await intake.events(caseNo)).slice(-2)).toEqual([
      expect.objectContaining({
        type: 'work-order.issued',
        data: expect.objectContaining({ level: 1, departments: ['sales-lead'], actorId: 'seller' }),
      }),
      expect.objectContaining({
        type: 'case.level-raised',
        data: expect.objectContaining({ from: 1, to: 2, toGroup: 'sales-lead', process: 'sales-complaint' }),
      }),
    ]);
    expect(await page(caseNo)).toMatchObject({ level: 2 });
    const { record } = await intake.form(HANDLE, at(caseNo, 2, 'saleslead'));
    expect(record).toContain('第 1 级（销售（租赁）人员，2026-03-02）上报上一级：第1级无法处理');
    expect(record).toContain('预计反馈日：2026-03-09');
    expect(record).not.toContain('13700000001');
    const kept = await intake.query(
      'SELECT purpose, level, departments, issued_by FROM intake.work_order WHERE case_no = $1',
      [caseNo],
    );
    expect(kept).toEqual([{ purpose: 'climb', level: 1, departments: ['sales-lead'], issued_by: 'seller' }]);
  });

  it('R07.4 from level 2 to level 4 is refused: a case climbs by one', async () => {
    const caseNo = await sold();
    await climb(caseNo, 1);
    await expect(climb(caseNo, 3)).rejects.toMatchObject({ code: 'level-skipped' });
    expect(await page(caseNo)).toMatchObject({ level: 2 });
    expect(await climb(caseNo, 2)).toEqual({ level: 3 });
  });

  it('R07.5 the manager orders two departments; their two clear opinions are on the manager’s screen', async () => {
    const caseNo = await sold();
    await climb(caseNo, 1);
    await climb(caseNo, 2);
    const said = { action: 'departments', opinion: '请会办', departments: ['engineering', 'marketing', 'engineering'] };
    const checked = await intake.check(HANDLE, said, at(caseNo, 3));
    expect(checked.body.variables).toMatchObject({ action: 'departments', departments: ['engineering', 'marketing'] });
    const outcomeId = await intake.complete(HANDLE, said, at(caseNo, 3, 'salesman'));
    const variables = { ...about(caseNo), level: 3, departments: ['engineering', 'marketing'], outcomeId };
    await intake.job(IssueDepartmentOrdersWorker, 'intake.issue-department-orders', variables);
    expect((await intake.events(caseNo)).at(-1)).toMatchObject({
      type: 'work-order.issued',
      data: { level: 3, departments: ['engineering', 'marketing'], actorId: 'salesman' },
    });
    // What the departments are asked, and by which post; the service that asks them shows it.
    expect((await intake.internal(`/internal/cases/${caseNo}/registration`)).body).toMatchObject({
      departmentOrder: { demand: '请会办', askedBy: 'sales-manager' },
    });
    handling(caseNo, {
      consultation: {
        opinions: [
          { department: 'engineering', opinion: '三日内补装', completableOn: '2026-03-06' },
          { department: 'marketing', opinion: '不退款', completableOn: '' },
        ],
        silent: [],
        conclusion: '补装',
      },
    });
    const { record } = await intake.form(HANDLE, at(caseNo, 3, 'salesman'));
    expect(record).toMatch(/部门意见（工程部）：三日内补装；可完成日期：2026-03-06/);
    expect(record).toMatch(/部门意见（市场部）：不退款\n会商结论：补装/);
  });

  it('R07.6 face to face with a signature, or a refusal with its reason; by phone without', async () => {
    const caseNo = await sold();
    const asked = { ...TOLD, mode: 'in-person' };
    expect(await refused(FEEDBACK, asked, caseNo)).toEqual(['signature signature-or-refusal']);
    expect(await refused(FEEDBACK, { ...asked, signature: 'paper' }, caseNo)).toEqual([]);
    expect(await refused(FEEDBACK, { ...asked, signatureRefusal: '客户不愿签字' }, caseNo)).toEqual([]);
    expect(await refused(FEEDBACK, TOLD, caseNo)).toEqual([]);
    expect(await refused(FEEDBACK, { mode: 'phone' }, caseNo)).toEqual(['opinion required', 'satisfied required']);
    await intake.complete(HANDLE, SETTLED, at(caseNo, 1));
    await intake.complete(FEEDBACK, { ...TOLD, satisfied: false }, at(caseNo, 1));
    expect((await intake.events(caseNo)).at(-1)).toMatchObject({
      type: 'feedback.given',
      data: { level: 1, mode: 'phone', satisfied: false, actorId: 'seller' },
    });
  });

  it('R07.3 what is reported to the superior says the result', async () => {
    const caseNo = await sold();
    expect(await refused('sales-complaint--report-superior', {}, caseNo)).toEqual(['result required']);
    await intake.complete(HANDLE, SETTLED, at(caseNo, 1));
    await intake.complete('sales-complaint--report-superior', { result: '已办结' }, at(caseNo, 1));
    expect((await intake.form('sales-complaint--report-superior', at(caseNo, 1)))['record']).toContain(
      '认定：未书面告知',
    );
  });

  it('R04.11 R07.6 the letter of the outcome says what was found and what the customer was told', async () => {
    const caseNo = await sold();
    handling(caseNo, {});
    await intake.complete(HANDLE, SETTLED, at(caseNo, 1));
    const tell = () =>
      intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about(caseNo), noticeTemplate: 'outcome' });
    await expect(tell()).rejects.toMatchObject({ code: 'reply-missing' });
    await intake.complete(FEEDBACK, TOLD, at(caseNo, 1));
    await tell();
    expect((await letters(caseNo)).at(-1)?.text).toMatch(/未书面告知\n已补发书面说明\n依据：认购书第六条/);
  });

  it('R04.11 R13.6 handled again: the letter waits for what settles this round, and does not say what settled the one before', async () => {
    const caseNo = await sold();
    handling(caseNo, {});
    const tell = () =>
      intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about(caseNo), noticeTemplate: 'outcome' });
    await expect(tell()).rejects.toMatchObject({ code: 'reply-missing' });
    await intake.complete(HANDLE, SETTLED, at(caseNo, 1));
    await intake.complete(FEEDBACK, TOLD, at(caseNo, 1));
    handling(caseNo, { round: 2 });
    await expect(tell()).rejects.toMatchObject({ code: 'reply-missing' });
    await intake.complete(HANDLE, { ...SETTLED, findings: '样板间说明有误' }, at(caseNo, 1));
    await intake.complete(FEEDBACK, { ...TOLD, opinion: '已退款' }, at(caseNo, 1));
    await tell();
    const letter = (await letters(caseNo)).at(-1)?.text;
    expect(letter).toMatch(/样板间说明有误\n已退款/);
    expect(letter).not.toContain('未书面告知');
  });

  it('R07.1 R07.7 another date: with consent, by who has the case, told to the customer, and kept', async () => {
    const caseNo = await sold({
      contact: { name: '李四', phone: '13700000001', email: 'li@example.com', address: '望舒苑' },
    });
    const ask = (body: object, login = 'seller') => intake.as(login, `/api/cases/${caseNo}/feedback-date`, { body });
    expect((await ask({ newDate: '2026-03-12', consent: true })).status).toBe(404);
    await intake.inTransaction((manager) =>
      intake.service.app.get(RelationWriter).grant(manager, { caseNo, rel: 'asg', personId: 'seller', source: 'test' }),
    );
    expect((await ask({ newDate: '2026-03-12', consent: false })).status).toBe(422);
    expect((await ask({ newDate: '2026-03-01', consent: true })).body).toMatchObject({ type: 'promised-date-past' });
    expect((await ask({ newDate: '2026-03-12', consent: true, reason: '工程部排期' })).status).toBe(200);
    expect((await intake.messages('feedback-date-requested')).at(-1)).toMatchObject({
      name: 'feedback-date-requested',
      key: caseNo,
      variables: { newDate: '2026-03-12', consent: true },
    });
    const tell = () =>
      intake.job(SendNoticeWorker, 'intake.send-notice', { ...about(caseNo), noticeTemplate: 'feedback-date' });
    await expect(tell()).rejects.toMatchObject({ code: 'date-missing' });
    await hear('feedbackDate', 'feedback-date.changed', caseNo, {
      from: '2026-03-09',
      newDate: '2026-03-12',
      change: 1,
    });
    await tell();
    expect((await letters(caseNo)).at(-1)?.text).toContain('反馈日期改为2026年3月12日');
    expect(await page(caseNo)).toMatchObject({ promisedOn: '2026-03-12', dateChanges: 1 });
    // The second change: its letter waits for the second date instead of telling the first once more.
    await expect(tell()).rejects.toMatchObject({ code: 'date-missing' });
    const request = await intake.form('sales-complaint--superior-decides', at(caseNo, 2));
    expect(request['request']).toBe('预计反馈日：2026-03-12\n已更改次数：1\n申请改为：2026-03-12（2026-03-02 提出）');
    await intake.complete('sales-complaint--superior-decides', { demand: '按期答复' }, at(caseNo, 2, 'saleslead'));
    expect((await intake.form(HANDLE, at(caseNo, 1)))['record']).toContain('上级处理要求（2026-03-02）：按期答复');
    await intake.complete(FEEDBACK, TOLD, at(caseNo, 1));
    expect((await ask({ newDate: '2026-03-13', consent: true })).status).toBe(409);
  });

  it('R07.7 whoever has to tell the new date sees that letter, once, and not after the answer', async () => {
    const caseNo = await sold();
    const shown = async () =>
      (await intake.form('notify-complainant--tell-in-person', { subjectNo: caseNo }))['noticeText'];
    expect(await shown()).not.toContain('反馈日期改为');
    await hear('feedbackDate', 'feedback-date.changed', caseNo, {
      from: '2026-03-09',
      newDate: '2026-03-12',
      change: 1,
    });
    expect(await shown()).toContain('反馈日期改为2026年3月12日');
    intake.clock.add(60_000);
    await intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about(caseNo), noticeTemplate: 'feedback-date' });
    expect(await shown()).not.toContain('反馈日期改为');
  });

  it('R09.4 settled at level 3: the leader is told; at level 4, the leader’s own: nobody', async () => {
    const below = await sold();
    for (const level of [1, 2]) await climb(below, level);
    await archive(below);
    expect((await letters(below)).map(({ template }) => template)).toContain('settled');
    const own = await sold();
    for (const level of [1, 2, 3]) await climb(own, level);
    await archive(own);
    expect((await letters(own)).map(({ template }) => template)).not.toContain('settled');
  });

  it('R01.7 handled again, it stands at the first level with a new promise', async () => {
    const caseNo = await sold();
    await climb(caseNo, 1);
    await hear('feedbackDate', 'feedback-date.changed', caseNo, {
      from: '2026-03-09',
      newDate: '2026-03-12',
      change: 2,
    });
    await intake.complete(HANDLE, SETTLED, at(caseNo, 2));
    await hear('dispatched', 'case.dispatched', caseNo, { departments: ['salesperson'], round: 2 });
    expect(await page(caseNo)).toMatchObject({ level: null, dateChanges: 0 });
    expect(await climb(caseNo, 1, 'second')).toEqual({ level: 2 });
  });
});
