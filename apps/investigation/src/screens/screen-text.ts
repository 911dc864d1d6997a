import {
  CAN_HANDLE_NAMES,
  CASE_STATE_NAMES,
  CAUSE_NAMES,
  CHANNEL_NAMES,
  EVIDENCE_KIND_NAMES,
  HEARING_MODE_NAMES,
  JUSTIFIED_NAMES,
  KIND_NAMES,
  MEASURE_TYPE_NAMES,
  REVIEW_RESULT_NAMES,
  REVIEW_ROUTE_NAMES,
  ROLE_NAMES,
  SEVERITY_NAMES,
  type InternalCase,
  type InternalRegistration,
} from '@huiying/contracts';
import type { Measure } from '../measures/measure.js';

/** Answers of a form that was completed before, or undefined where it was not. */
export type Said = Readonly<Record<string, unknown>> | undefined;

/** What a person sees of the case on a form; the texts of the registration come masked. */
export interface CaseOnScreen {
  now: Pick<
    InternalCase,
    | 'caseNo'
    | 'receivedOn'
    | 'channel'
    | 'kind'
    | 'severity'
    | 'households'
    | 'amountYuan'
    | 'respondentGroup'
    | 'keyCustomer'
    | 'replyBy'
  >;
  registration: InternalRegistration;
}

export const NONE = '（暂无记录）';
const PARTY_NAMES: Readonly<Record<string, string>> = { complainant: '投诉人', respondent: '被投诉人' };

/** The word of a code, or the code itself: an old record may hold one that is no longer offered. */
function named(names: Readonly<Record<string, { zh: string }>>, code: unknown): string {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key]?.zh ?? key) : key;
}

export function groupName(group: unknown): string {
  return named(ROLE_NAMES, group);
}

export function text(value: unknown): string {
  if (value === true || value === 'true') return '是';
  if (value === false || value === 'false') return '否';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

export function day(value: unknown): string {
  return text(value).slice(0, 10);
}

function yuan(fen: number): string {
  return `${(fen / 100).toFixed(2)} 元`;
}

/** Lines of a list that a form said. */
function linesOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

/** `label:value` for every value that is there. */
export function lines(...entries: [label: string, value: string][]): string {
  return entries
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}

/** Parts that say something, one below the other; the placeholder where none does. */
function sheet(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n') || NONE;
}

/** 案情摘要 */
export function caseText({ now, registration }: CaseOnScreen): string {
  const { subject, description, demand, project, building, explanation } = registration;
  return lines(
    ['投诉编号', now.caseNo],
    ['收到日期', now.receivedOn],
    ['渠道', named(CHANNEL_NAMES, now.channel)],
    ['类别', named(KIND_NAMES, now.kind)],
    ['定级', named(SEVERITY_NAMES, now.severity)],
    ['重点客户', now.keyCustomer ? '是' : ''],
    ['答复期限', day(now.replyBy)],
    ['地点', [project, building].filter(Boolean).join(' ')],
    ['被投诉部门', now.respondentGroup.map(groupName).join('、')],
    ['涉及金额', now.amountYuan === null ? '' : `${now.amountYuan.toFixed(2)} 元`],
    ['涉及户数', now.households > 1 ? String(now.households) : ''],
    ['事由', text(subject)],
    ['内容', text(description)],
    ['诉求', text(demand)],
    ['首问解释', text(explanation)],
  );
}

/** 工作单: the case with what the leader and the deputy ordered, what the department said of it, and why it is handled again. */
export function orderText(
  given: CaseOnScreen,
  { sign, taken, deputy, again }: { sign: Said; taken: Said; deputy: Said; again: string },
): string {
  return sheet(
    caseText(given),
    sign
      ? lines(
          ['签批意见', text(sign['opinion'])],
          ['责任部门', groupName(sign['handlerGroup'])],
          ['承办期限', day(sign['dueOn'])],
        )
      : '',
    taken
      ? lines(
          ['部门核对的类别', named(KIND_NAMES, taken['kindRemark'])],
          ['部门能否及时处理', named(CAN_HANDLE_NAMES, taken['canHandle'])],
          ['部门处理经过', text(taken['process'])],
          ['部门处理结果', text(taken['result'])],
        )
      : '',
    deputy ? lines(['副总经理决定', text(deputy['decision'])], ['处理要求', text(deputy['demand'])]) : '',
    again,
  );
}

/** 抽查的案卷: one line each, for whoever looks at it. */
export function sampledText({ caseNo, receivedOn, kind, severity, handlerGroup, state }: SampledCase): string {
  const known = [named(KIND_NAMES, kind), named(SEVERITY_NAMES, severity), groupName(handlerGroup)];
  return [caseNo, `${receivedOn} 收到`, ...known, named(CASE_STATE_NAMES, state)].filter(Boolean).join('，');
}

type SampledCase = Pick<InternalCase, 'caseNo' | 'receivedOn' | 'kind' | 'severity' | 'handlerGroup' | 'state'>;

/** Why a case comes back: its review, or an approval that was refused. */
export function againText(review: Said, approval: Said): string {
  const refused = approval && (approval['approved'] === false || approval['approved'] === 'false');
  return [
    review
      ? lines(
          ['复查意见', named(REVIEW_RESULT_NAMES, review['reviewResult'])],
          ['复查事实', text(review['facts'])],
          ['意见说明', text(review['opinion'])],
          ['主管部门意见', text(review['authorityOpinion'])],
        )
      : '',
    refused ? lines(['审批未通过', text(approval['opinion'])]) : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** 调查报告, and what was settled before it goes to a decision: who decides sees result and payment (R04.8). */
export function reportText(report: Said, settled: Said): string {
  return sheet(
    report
      ? lines(
          ['事实认定', text(report['findings'])],
          ['是否成立', named(JUSTIFIED_NAMES, report['justified'])],
          ['证据是否确凿', text(report['conclusive'])],
          ['责任方', text(report['responsibleParty'])],
          ['有无主观过错', text(report['fault'])],
          ['原因', causeLine(report)],
          ['未到场说明', text(report['absenceNote'])],
          ['建议措施', text(report['suggestedMeasures'])],
        )
      : '',
    settled
      ? lines(
          ['认定', text(settled['findings'])],
          ['经过', text(settled['process'])],
          ['双方陈述', text(settled['bothStatements'])],
          ['依据', text(settled['basis'])],
          ['原因', report ? '' : causeLine(settled)],
          ['处理结果', text(settled['result'])],
          ['赔付金额', Number(settled['payFen'] ?? 0) > 0 ? yuan(Number(settled['payFen'])) : ''],
          ['双方是否一致', text(settled['agreed'])],
        )
      : '',
  );
}

function causeLine(said: Readonly<Record<string, unknown>>): string {
  return [named(CAUSE_NAMES, said['causeCode']), text(said['causeText'])].filter(Boolean).join('，');
}

/** 调解协议 */
export function agreementText(mediation: Said, measures: readonly Measure[]): string {
  if (!mediation) return '（未经调解）';
  const agreed = mediation['agreed'] === true || mediation['agreed'] === 'true';
  if (!agreed) return sheet('调解未达成一致', lines(['说明', text(mediation['remark'])]));
  const paid = Number(mediation['payFen'] ?? 0);
  return sheet(
    lines(
      ['调解日期', day(mediation['heldAt'])],
      ['参加人', text(mediation['participants'])],
      ['赔付金额', paid > 0 ? yuan(paid) : ''],
      ['说明', text(mediation['remark'])],
    ),
    measuresText(measures),
  );
}

/** 证据, a line each, with what lies on file. */
export function evidenceText(evidence: readonly Said[]): string {
  return evidence
    .flatMap((said) => linesOf(said?.['evidence']))
    .map((piece, place) => {
      const source = text(piece['source']);
      const parts = [
        named(EVIDENCE_KIND_NAMES, piece['kind']),
        source && `来源 ${source}`,
        day(piece['obtainedOn']),
        text(piece['description']),
        materials(piece['files']),
      ];
      return `证据 ${place + 1}：${parts.filter(Boolean).join('，')}`;
    })
    .join('\n');
}

/** Files, photos and receipts as a form names them: what it is and where it lies. */
function materials(value: unknown): string {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').join('、') : '';
}

/** 取证与陈述, with who was not heard and what a consultation concluded (R04.6, R04.7, R04.10). */
export function hearingsText(given: {
  evidence: readonly Said[];
  hearings: readonly { party: 'complainant' | 'respondent'; said: Said }[];
  silent: readonly string[];
  anonymous: boolean;
  conclusion: Said;
}): string {
  const heard = given.hearings.map(({ party, said }) => {
    const how = [named(HEARING_MODE_NAMES, said?.['mode']), day(said?.['heldAt'])].filter(Boolean).join('，');
    return `${PARTY_NAMES[party]}陈述（${how}）：${text(said?.['statement'])}`;
  });
  const absent = given.silent.map((party) =>
    party === 'complainant' && given.anonymous ? '投诉人（匿名）' : (PARTY_NAMES[party] ?? party),
  );
  return sheet(
    evidenceText(given.evidence),
    ...heard,
    lines(
      ['未听取陈述', absent.join('、')],
      ['会商结论', text(given.conclusion?.['ruling']) || text(given.conclusion?.['conclusion'])],
    ),
  );
}

/** 各部门意见, with the silent departments named (R04.10). */
export function opinionsText(
  opinions: readonly { department: string; said: Said }[],
  silent: readonly string[],
  conclusion?: Said,
): string {
  const given = opinions.map(({ department, said }) => {
    const parts = [
      text(said?.['opinion']),
      `是否本部门责任：${text(said?.['ownResponsibility'])}`,
      `可完成日期：${day(said?.['completableOn'])}`,
    ];
    return `${groupName(department)}：${parts.join('；')}`;
  });
  const superiors = linesOf(conclusion?.['silentOpinions']);
  return sheet(
    ...given,
    lines(
      ['未答复', silent.map(groupName).join('、')],
      ['上级意见', superiors.map((one) => `${groupName(one['department'])} ${text(one['opinion'])}`).join('；')],
      ['会商结论', text(conclusion?.['conclusion'])],
    ),
  );
}

function measureLine({ type, description, group, plannedOn, amountFen }: Measure): string {
  const amount = amountFen === null ? [] : [yuan(amountFen)];
  return [named(MEASURE_TYPE_NAMES, type), description, groupName(group), `计划 ${plannedOn} 完成`, ...amount].join(
    '，',
  );
}

export function measuresText(measures: readonly Measure[]): string {
  return measures.map((measure, place) => `措施 ${place + 1}：${measureLine(measure)}`).join('\n');
}

/** One measure, and why verifying sent it back (R13.5). */
export function measureText(measure: Measure | undefined, rejected: Said): string {
  if (!measure) return NONE;
  const back = rejected && (rejected['done'] === false || rejected['done'] === 'false');
  return sheet(measureLine(measure), back ? lines(['验证未通过', text(rejected['incompleteReason'])]) : '');
}

/** 完成情况 */
export function completionText(carriedOut: Said): string {
  const fen = carriedOut?.['amountFen'];
  return sheet(
    lines(
      ['完成情况', text(carriedOut?.['completion'])],
      ['完成日期', day(carriedOut?.['doneOn'])],
      ['赔偿金额', typeof fen === 'number' ? yuan(fen) : ''],
      ['凭证或照片', materials(carriedOut?.['receipts'])],
    ),
  );
}

/** 原决定, or what the department explained in place of one. */
export function decisionText(decision: Said, settled: Said, measures: readonly Measure[]): string {
  const said = decision ?? settled;
  return sheet(
    lines(
      ['认定', text(said?.['findings'])],
      ['处理意见', text(said?.['ruling'])],
      ['依据', text(said?.['basis']) || text(said?.['policyBasis'])],
      ['说明', text(said?.['explanation'])],
      ['投诉人意见', text(said?.['complainantOpinion'])],
      ['处理结果', text(said?.['result'])],
    ),
    measuresText(measures),
  );
}

/** 已拟定的决定, which went up because it was above the decider's limit; empty where none was. */
export function draftedText(drafted: Said): string {
  return lines(
    ['认定', text(drafted?.['findings'])],
    ['处理意见', text(drafted?.['ruling'])],
    ['依据', text(drafted?.['basis'])],
  );
}

/** 办理情况: decision, measures and their state, reply. */
export function outcomeText(decision: Said, settled: Said, reply: Said, measures: readonly Measure[]): string {
  const left = measures.filter(({ state }) => state !== 'closed').length;
  const state = measures.length === 0 ? '' : left === 0 ? '全部措施已验证关闭' : `尚有 ${left} 项措施未关闭`;
  const said = decision || settled || measures.length > 0 ? decisionText(decision, settled, measures) : '';
  return sheet(said, state, lines(['处理过程', text(reply?.['process'])], ['书面回复', text(reply?.['result'])]));
}

/** 申请事由 */
export function groundsText(admitted: Said): string {
  return sheet(
    lines(
      ['申请事由', text(admitted?.['grounds'])],
      ['方式', named(REVIEW_ROUTE_NAMES, admitted?.['route'])],
      ['主管部门', text(admitted?.['authority'])],
      ['受理理由', text(admitted?.['reason'])],
    ),
  );
}

/** 申请期限: when the outcome was told, until when a review may be asked for, when it was (R04.12). */
export function windowText({ outcomeToldOn, reviewUntil, appeal }: InternalRegistration): string {
  return sheet(
    lines(
      ['结果告知日', outcomeToldOn ?? ''],
      ['申请复查最后一天', reviewUntil ?? ''],
      ['投诉人提出日', appeal?.askedOn ?? ''],
    ),
  );
}

/** 投诉人评价; empty before there is one. */
export function ratingText({ rating }: InternalRegistration): string {
  return rating ? [`${rating.score} 分（1 至 5 分）`, rating.comment].filter(Boolean).join('，') : '';
}

/** 主管部门答复; without one its time ran out (R01.7). */
export function authorityReplyText(reply: string | null, admitted: Said): string {
  return sheet(reply ?? '（期限内未收到答复）', lines(['主管部门', text(admitted?.['authority'])]));
}

/** 严重问题 */
export function problemText(given: CaseOnScreen): string {
  return sheet(lines(['上报原因', text(given.registration.seriousReport)]), caseText(given));
}

/** 协调意见 */
export function coordinationText(coordinated: Said): string {
  return sheet(
    lines(['协调意见', text(coordinated?.['opinion'])], ['责任部门', groupName(coordinated?.['responsibleGroup'])]),
  );
}

/** 核查情况 */
export function verificationText(verified: Said): string {
  return sheet(lines(['核查情况', text(verified?.['verification'])], ['是否通过', text(verified?.['passed'])]));
}
