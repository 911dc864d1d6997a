import type { InternalHandling } from '@huiying/contracts';
import { AcceptCaseWorker } from '../eligibility/accept-case.worker.js';
import { Intake } from '../testing/intake-harness.js';
import { RecordNoticeWorker } from './record-notice.worker.js';

jest.setTimeout(120_000);

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
});
