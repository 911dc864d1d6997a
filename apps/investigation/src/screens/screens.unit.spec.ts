import type { Measure } from '../measures/measure.js';
import { againText, authorityReplyText, caseText, type CaseOnScreen, orderText, problemText } from './case-text.js';
import { agreementText, hearingsText, opinionsText, reportText } from './finding-text.js';
import { completionText, decisionText, measureText, outcomeText } from './outcome-text.js';

const given: CaseOnScreen = {
  now: {
    caseNo: 'TS-FH01-20260302-0007',
    receivedOn: '2026-03-02',
    channel: 'web',
    kind: 'after-sales',
    severity: 'major',
    households: 1,
    amountYuan: 10_000,
    respondentGroup: ['engineering'],
    keyCustomer: true,
    replyBy: '2026-03-23T23:59:59+08:00',
  },
  registration: {
    caseNo: 'TS-FH01-20260302-0007',
    subject: '厨房渗水',
    description: '天花板渗水三天',
    demand: null,
    project: '石榴湾',
    building: '2幢',
    explanation: null,
    seriousReport: null,
    appeal: null,
    authorityReply: null,
  },
};
const NOTHING = { sign: undefined, taken: undefined, deputy: undefined, again: '' };
const measure: Measure = {
  measureNo: 'TS-FH01-20260302-0007-M1',
  subjectNo: 'TS-FH01-20260302-0007',
  orgId: null,
  caseNo: 'TS-FH01-20260302-0007',
  taskId: 't1',
  type: 'compensate',
  description: '赔偿橱柜',
  group: 'engineering',
  plannedOn: '2026-03-12',
  amountFen: 999_999,
  state: 'in-force',
  doneOn: null,
  doneBy: null,
  paidFen: null,
  closedOn: null,
};

describe('read-only fields of the forms', () => {
  it('案情摘要 names what is known, in words, and leaves out what is not', () => {
    expect(caseText(given).split('\n')).toEqual([
      '投诉编号：TS-FH01-20260302-0007',
      '收到日期：2026-03-02',
      '渠道：网络平台',
      '类别：售后',
      '定级：重大',
      '重点客户：是',
      '答复期限：2026-03-23',
      '地点：石榴湾 2幢',
      '被投诉部门：工程部',
      '涉及金额：¥10,000.00',
      '事由：厨房渗水',
      '内容：天花板渗水三天',
    ]);
  });

  it('R09.4 given a signature, the order carries what the leader wrote, whom and until when', () => {
    const sign = { opinion: '同意交办', handlerGroup: 'customer-service', dueOn: '2026-03-10', complex: false };
    expect(orderText(given, { ...NOTHING, sign })).toMatch(
      /签批意见：同意交办\n责任部门：客户服务部.*\n承办期限：2026-03-10$/,
    );
  });

  it('R13.6 given the deputy decided, the order carries the demand', () => {
    const taken = { canHandle: 'deputy', process: '须动用维修资金', solvedToday: false };
    const deputy = { decision: '由工程部办理', handlerGroup: 'engineering', demand: '三天内修复' };
    expect(orderText(given, { ...NOTHING, taken, deputy })).toMatch(
      /部门能否及时处理：需副总经理决定\n部门处理经过：须动用维修资金\n副总经理决定：由工程部办理\n处理要求：三天内修复$/,
    );
  });

  it('R01.7 R13.9 given it is handled again, the order says why', () => {
    const review = { reviewResult: 'revoked', facts: '未到现场', opinion: '重新勘查' };
    expect(againText(review, undefined)).toBe('复查意见：撤销重办\n复查事实：未到现场\n意见说明：重新勘查');
    expect(againText(undefined, { approved: false, opinion: '证据不足' })).toBe('审批未通过：证据不足');
    expect(againText(undefined, { approved: true, opinion: '同意' })).toBe('');
  });

  it('R04.8 given a report, the decider reads its finding, answer and cause in words', () => {
    const report = {
      findings: '防水层破损',
      justified: 'partly',
      conclusive: true,
      causeCode: 'workmanship',
      causeText: '返工不足',
    };
    expect(reportText(report, undefined)).toBe(
      '事实认定：防水层破损\n是否成立：部分成立\n证据是否确凿：是\n原因：施工工艺，返工不足',
    );
    expect(reportText(undefined, { findings: '当日修复', basis: '保修约定' })).toBe('认定：当日修复\n依据：保修约定');
    expect(reportText(undefined, undefined)).toBe('（暂无记录）');
  });

  it('R06.7 given a mediation, the agreement lists its measures and payment, a failed one says so', () => {
    const mediation = { heldAt: '2026-03-05T10:00:00+08:00', participants: '双方', agreed: true, payFen: 999_999 };
    expect(agreementText(mediation, [measure])).toBe(
      '调解日期：2026-03-05\n参加人：双方\n赔付金额：¥9,999.99\n措施 1：赔偿补偿，赔偿橱柜，工程部，计划 2026-03-12 完成，¥9,999.99',
    );
    expect(agreementText({ agreed: false, remark: '差距大' }, [])).toBe('调解未达成一致\n说明：差距大');
    expect(agreementText(undefined, [])).toBe('（未经调解）');
  });

  it('R04.6 R04.7 given evidence, one hearing and a silent side, the report starts with all three', () => {
    const text = hearingsText({
      evidence: [
        {
          evidence: [
            { kind: 'photo', source: '现场', obtainedOn: '2026-03-03', description: '', files: ['现场照片 3 张'] },
          ],
        },
      ],
      hearings: [
        { party: 'respondent', said: { mode: 'phone', heldAt: '2026-03-04T09:00:00+08:00', statement: '已派人' } },
      ],
      silent: ['complainant'],
      anonymous: true,
      conclusion: undefined,
    });
    expect(text).toBe(
      '证据 1：现场照片，来源 现场，2026-03-03，现场照片 3 张\n被投诉人陈述（电话，2026-03-04）：已派人\n未听取陈述：投诉人（匿名）',
    );
  });

  it('R04.10 given two opinions and a silent department, the conclusion has them side by side', () => {
    const said = { opinion: '我部重做', ownResponsibility: true, completableOn: '2026-03-12' };
    expect(opinionsText([{ department: 'engineering', said }], ['marketing'])).toBe(
      '工程部：我部重做；是否本部门责任：是；可完成日期：2026-03-12\n未答复：市场部',
    );
  });

  it('R13.5 given verifying sent it back, the measure says what was missing', () => {
    expect(measureText(measure, { done: false, incompleteReason: '仍渗水' })).toMatch(/¥9,999.99\n验证未通过：仍渗水$/);
    expect(measureText(measure, { done: true, incompleteReason: '' })).not.toContain('验证未通过');
    expect(completionText({ completion: '已重做', doneOn: '2026-03-12', amountFen: 100 })).toBe(
      '完成情况：已重做\n完成日期：2026-03-12\n赔偿金额：¥1.00',
    );
  });

  it('R13.9 the outcome says whether measures are still open', () => {
    const decision = { findings: '属实', ruling: '赔偿', basis: '合同' };
    expect(outcomeText(decision, undefined, undefined, [measure])).toContain('尚有 1 项措施未关闭');
    expect(
      outcomeText(decision, undefined, { process: '上门', result: '修复' }, [{ ...measure, state: 'closed' }]),
    ).toMatch(/全部措施已验证关闭\n处理过程：上门\n书面回复：修复$/);
    expect(outcomeText(undefined, undefined, undefined, [])).toBe('（暂无记录）');
  });

  it('R01.7 the review reads the decision, or what was explained in its place', () => {
    expect(decisionText({ findings: '属实', ruling: '整改', basis: '合同' }, undefined, [])).toBe(
      '认定：属实\n处理意见：整改\n依据：合同',
    );
    expect(decisionText(undefined, { findings: '不属实', policyBasis: '规定', explanation: '已说明' }, [])).toBe(
      '认定：不属实\n依据：规定\n说明：已说明',
    );
    expect(authorityReplyText(null, { authority: '住建局' })).toBe('（期限内未收到答复）\n主管部门：住建局');
  });

  it('R12.6 the serious problem begins with why it was reported', () => {
    const reported = { ...given, registration: { ...given.registration, seriousReport: '漏电' } };
    expect(problemText(reported)).toMatch(/^上报原因：漏电\n投诉编号/);
  });
});
