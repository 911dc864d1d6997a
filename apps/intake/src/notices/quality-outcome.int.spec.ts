import type { InternalHandling, InternalRegistration } from '@huiying/contracts';
import { NotesService } from '../actions/notes.service.js';
import { CaseBook } from '../case/case-book.js';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { Intake } from '../testing/intake-harness.js';
import { RecordNoticeWorker } from './record-notice.worker.js';

describe('outcome of a quality complaint', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  const HANDLING: Omit<InternalHandling, 'caseNo'> = {
    round: 1,
    handlingProcess: 'quality-escalation',
    handlerGroup: 'service-centre-head',
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
  };

  it('R02.4 R04.11 the letter waits for the conclusion of the survey or repair, and says it', async () => {
    const { caseNo } = await intake.file();
    const about = { subjectNo: caseNo, caseNo, orgId: 'WY01' };
    await intake.job(AcceptCaseWorker, 'intake.accept-case', { ...about, kind: 'construction-quality' });
    const tell = () => intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about, noticeTemplate: 'outcome' });
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo });
    await expect(tell()).rejects.toMatchObject({ code: 'reply-missing' });
    const settlement = { finding: '业主改动排水所致', basis: '装修管理规定', explanation: '已当面说明' };
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo, settlement });
    await tell();
    const { items } = (
      await intake.as<{ items: { template: string; text: string }[] }>('steward', `/api/cases/${caseNo}/notices`)
    ).body;
    const letter = items.find(({ template }) => template === 'outcome')?.text;
    expect(letter).toContain('业主改动排水所致');
    expect(letter).toContain('装修管理规定');
  });

  it.each([
    ['upheld', '维持', '按原结果办结'],
    ['changed', '变更', '按复查意见重新办理'],
    ['revoked', '撤销重办', '将重新办理'],
  ])('R01.7 R04.12 a review that ends %s says what follows', async (result, named, follows) => {
    const { caseNo } = await intake.file();
    const about = { subjectNo: caseNo, caseNo, orgId: 'WY01' };
    const review = { result, finding: '另行核查' } as InternalHandling['review'];
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo, review });
    await intake.job(RecordNoticeWorker, 'intake.record-notice', { ...about, noticeTemplate: 'review-decision' });
    const { items } = (
      await intake.as<{ items: { template: string; text: string }[] }>('steward', `/api/cases/${caseNo}/notices`)
    ).body;
    const letter = items.find(({ template }) => template === 'review-decision')?.text;
    expect(letter).toContain(`复查结果：${named}`);
    expect(letter).toContain(follows);
  });

  /** As the other services tell it. */
  const told = (caseNo: string, type: string, at: string, detail: object = {}, actorId = 'system') =>
    intake.query(
      `INSERT INTO intake.timeline_entry (id, case_no, at, type, source, sequence, actor_id, detail)
       VALUES (gen_random_uuid(), $1, $2, $3, 'test', $4, $6, $5)`,
      [caseNo, at, type, String(at), JSON.stringify(detail), actorId],
    );
  const lettersOf = async (caseNo: string) =>
    (await intake.as<{ items: { template: string; text: string }[] }>('steward', `/api/cases/${caseNo}/notices`)).body
      .items;
  const tell = (caseNo: string, noticeTemplate: string) =>
    intake.job(RecordNoticeWorker, 'intake.record-notice', {
      ...{ subjectNo: caseNo, caseNo, orgId: 'WY01', noticeTemplate },
    });

  it('R01.7 the letter of a review waits for the result of the review that was asked for last', async () => {
    const { caseNo } = await intake.file();
    const review = { result: 'upheld', finding: '第一次复查', decidedAt: '2026-03-10T10:00:00Z' };
    await told(caseNo, 'case.dispatched', '2026-03-02T10:00:00Z');
    await told(caseNo, 'task.created', '2026-03-10T09:00:00Z', { element: 're-review' });
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo, review: null });
    await expect(tell(caseNo, 'review-decision')).rejects.toMatchObject({ code: 'review-missing' });
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo, review });
    await tell(caseNo, 'review-decision');
    await told(caseNo, 'task.created', '2026-03-12T09:00:00Z', { element: 'follow-authority' });
    await expect(tell(caseNo, 'review-decision')).rejects.toMatchObject({ code: 'review-missing' });
    const second = { result: 'changed', finding: '按主管部门意见', decidedAt: '2026-03-12T10:00:00Z' };
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo, review: second });
    await tell(caseNo, 'review-decision');
    expect((await lettersOf(caseNo)).at(-1)?.text).toContain('复查意见：按主管部门意见');
  });

  it('R01.7 an appeal that the authority leaves unanswered is not answered with its reply to an earlier one', async () => {
    const { caseNo } = await intake.file();
    intake.clock.set('2026-03-10T10:00:00+08:00');
    await told(caseNo, 'appeal.recorded', '2026-03-10T01:00:00Z');
    await intake.inTransaction(async (manager) => {
      const row = await intake.service.app.get(CaseBook).lock(manager, caseNo);
      const reply = { authorId: 'li', authorName: '李', purpose: 'authority', text: '限期整改' } as const;
      await intake.service.app.get(NotesService).keep(manager, row, reply);
    });
    const reply = async () =>
      (await intake.internal<InternalRegistration>(`/internal/cases/${caseNo}/registration`)).body.authorityReply;
    expect(await reply()).toBe('限期整改');
    await told(caseNo, 'appeal.recorded', '2026-04-10T01:00:00Z');
    expect(await reply()).toBeNull();
  });

  it('R01.7 R04.11 handled again: the letter waits for the new reply, and says neither the old decision nor its review', async () => {
    const { caseNo } = await intake.file();
    await told(caseNo, 'task.created', '2026-03-03T09:00:00Z', { element: 'write-reply' });
    await told(caseNo, 'case.dispatched', '2026-03-20T09:00:00Z');
    const again: InternalHandling = {
      ...{ ...HANDLING, caseNo, round: 2, handlingProcess: 'department-handling' },
      decision: {
        ...{ decisionId: 'd1', round: 1, finding: '旧认定', opinion: '旧意见', basis: '旧依据' },
        ...{ level: 1, amountFen: 100, issuedAt: '2026-03-04T09:00:00Z' },
      },
      review: { result: 'revoked', finding: '撤销重办', decidedAt: '2026-03-19T09:00:00Z' },
    };
    intake.neighbours.handlings.set(caseNo, again);
    await told(caseNo, 'task.created', '2026-03-22T09:00:00Z', { element: 'write-reply' });
    await expect(tell(caseNo, 'outcome')).rejects.toMatchObject({ code: 'reply-missing' });
    intake.neighbours.handlings.set(caseNo, { ...again, reply: { course: '重新办理', result: '新结果' } });
    await tell(caseNo, 'outcome');
    const letter = (await lettersOf(caseNo)).at(-1)?.text ?? '';
    expect(letter).toContain('新结果');
    for (const old of ['旧认定', '旧意见', '旧依据', '撤销']) expect(letter).not.toContain(old);
  });

  it.each([
    ['department-handling', 'write-reply'],
    ['quality-escalation', 'track-completion'],
    ['sales-complaint', 'handle'],
    ['agency-complaint', 'store-settles'],
    ['agency-complaint', 'region-settles'],
  ])('R04.11 %s: the letter waits for the form of %s, not for one that nobody filled in', async (process, element) => {
    const { caseNo } = await intake.file();
    intake.neighbours.handlings.set(caseNo, { ...HANDLING, caseNo, handlingProcess: process });
    await told(caseNo, 'case.dispatched', '2026-03-02T10:00:00Z');
    await told(caseNo, 'task.created', '2026-03-03T09:00:00Z', { element });
    await told(caseNo, 'task.completed', '2026-03-03T10:00:00Z', { element }, 'li');
    await expect(tell(caseNo, 'outcome')).rejects.toMatchObject({ code: 'reply-missing', kind: 'unavailable' });
    await told(caseNo, 'task.created', '2026-03-04T09:00:00Z', { element });
    // By another client of the engine: the tasklist has no answers of it, and never will.
    await told(caseNo, 'task.completed', '2026-03-04T10:00:00Z', { element }, 'system');
    await expect(tell(caseNo, 'outcome')).rejects.toMatchObject({ code: 'outcome-missing', kind: 'fault' });
  });

  it('R06.7 R11.10 R04.11 an agreement at the region is told with what the region settled in this round, and waits for it', async () => {
    const { caseNo } = await intake.file();
    await told(caseNo, 'case.dispatched', '2026-03-02T10:00:00Z');
    const agency = { ...HANDLING, caseNo, round: 2, handlingProcess: 'agency-complaint' };
    const settlement = { finding: '隐瞒属实', basis: '服务规范第三条', explanation: '已退费' };
    // Progress is told before anything is settled.
    intake.neighbours.handlings.set(caseNo, agency);
    await tell(caseNo, 'progress');
    for (const template of ['decision', 'outcome', 'closing']) {
      intake.neighbours.handlings.set(caseNo, agency);
      await expect(tell(caseNo, template)).rejects.toMatchObject({ code: 'reply-missing', kind: 'unavailable' });
      intake.neighbours.handlings.set(caseNo, { ...agency, settlement });
      await tell(caseNo, template);
      expect((await lettersOf(caseNo)).at(-1)?.text).toContain('隐瞒属实');
    }
  });

  it('R04.13 R09.7 the letter of an extension says the new day and the reason, also before the event of the new end', async () => {
    const { caseNo, replyBy } = await intake.file();
    const first = {
      ...{ requestId: `${caseNo}-Y1`, limitId: 'R04.13', newDueAt: '2026-05-28T23:59:59+08:00' },
      reason: '等第三方检测，联系 13800001111',
    };
    intake.neighbours.extensions.set(caseNo, [first]);
    expect(replyBy).not.toContain('2026-05-28');
    await tell(caseNo, 'extension');
    const letter = (await lettersOf(caseNo)).at(-1)?.text ?? '';
    expect(letter).toContain('新的答复日期：2026年5月28日');
    expect(letter).toContain('原因：等第三方检测');
    expect(letter).not.toContain('13800001111');
    // The next two were granted before their letters were written: each tells of its own.
    const second = { ...first, requestId: `${caseNo}-Y2`, newDueAt: '2026-06-10T23:59:59+08:00', reason: '等材料' };
    const third = { ...first, requestId: `${caseNo}-Y3`, newDueAt: '2026-06-20T23:59:59+08:00', reason: '等配件' };
    intake.neighbours.extensions.set(caseNo, [first, second, third]);
    for (const [day, reason] of [
      ['2026年6月10日', '等材料'],
      ['2026年6月20日', '等配件'],
    ]) {
      await tell(caseNo, 'extension');
      const next = (await lettersOf(caseNo)).at(-1)?.text ?? '';
      expect(next).toContain(`新的答复日期：${day}`);
      expect(next).toContain(`原因：${reason}`);
    }
  });
});
