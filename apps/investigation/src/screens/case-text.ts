import {
  CAN_HANDLE_NAMES,
  CASE_STATE_NAMES,
  KIND_NAMES,
  REVIEW_RESULT_NAMES,
  REVIEW_ROUTE_NAMES,
  SEVERITY_NAMES,
  type InternalCase,
  type InternalRegistration,
} from '@huiying/contracts';
import {
  caseLines,
  codeName,
  complaintLines,
  factLines,
  groupName,
  placeLine,
  shownDay,
  shownText,
  yuanText,
} from '@huiying/forms';
import { type Said, sheet } from './said.js';

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

/** 案情摘要 */
export function caseText({ now, registration }: CaseOnScreen): string {
  return factLines(
    ...caseLines(now),
    ['重点客户', now.keyCustomer ? '是' : ''],
    ['答复期限', shownDay(now.replyBy)],
    placeLine(registration),
    ['被投诉部门', now.respondentGroup.map(groupName).join('、')],
    ['涉及金额', yuanText(now.amountYuan)],
    ['涉及户数', now.households > 1 ? String(now.households) : ''],
    ...complaintLines(registration),
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
      ? factLines(
          ['签批意见', shownText(sign['opinion'])],
          ['责任部门', groupName(sign['handlerGroup'])],
          ['承办期限', shownDay(sign['dueOn'])],
        )
      : '',
    taken
      ? factLines(
          ['部门核对的类别', codeName(KIND_NAMES, taken['kindRemark'])],
          ['部门能否及时处理', codeName(CAN_HANDLE_NAMES, taken['canHandle'])],
          ['部门处理经过', shownText(taken['process'])],
          ['部门处理结果', shownText(taken['result'])],
        )
      : '',
    deputy ? factLines(['副总经理决定', shownText(deputy['decision'])], ['处理要求', shownText(deputy['demand'])]) : '',
    again,
  );
}

/** 抽查的案卷: one line each, for whoever looks at it. */
export function sampledText({ caseNo, receivedOn, kind, severity, handlerGroup, state }: SampledCase): string {
  const known = [codeName(KIND_NAMES, kind), codeName(SEVERITY_NAMES, severity), groupName(handlerGroup)];
  return [caseNo, `${receivedOn} 收到`, ...known, codeName(CASE_STATE_NAMES, state)].filter(Boolean).join('，');
}

type SampledCase = Pick<InternalCase, 'caseNo' | 'receivedOn' | 'kind' | 'severity' | 'handlerGroup' | 'state'>;

/** Why a case comes back: its review, or an approval that was refused. */
export function againText(review: Said, approval: Said): string {
  const refused = approval && (approval['approved'] === false || approval['approved'] === 'false');
  return [
    review
      ? factLines(
          ['复查意见', codeName(REVIEW_RESULT_NAMES, review['reviewResult'])],
          ['复查事实', shownText(review['facts'])],
          ['意见说明', shownText(review['opinion'])],
          ['主管部门意见', shownText(review['authorityOpinion'])],
        )
      : '',
    refused ? factLines(['审批未通过', shownText(approval['opinion'])]) : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** 申请事由 */
export function groundsText(admitted: Said): string {
  return sheet(
    factLines(
      ['申请事由', shownText(admitted?.['grounds'])],
      ['方式', codeName(REVIEW_ROUTE_NAMES, admitted?.['route'])],
      ['主管部门', shownText(admitted?.['authority'])],
      ['受理理由', shownText(admitted?.['reason'])],
    ),
  );
}

/** 申请期限: when the outcome was told, until when a review may be asked for, when it was (R04.12). */
export function windowText({ outcomeToldOn, reviewUntil, appeal }: InternalRegistration): string {
  return sheet(
    factLines(
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
  return sheet(reply ?? '（期限内未收到答复）', factLines(['主管部门', shownText(admitted?.['authority'])]));
}

/** 严重问题 */
export function problemText(given: CaseOnScreen): string {
  return sheet(factLines(['上报原因', shownText(given.registration.seriousReport)]), caseText(given));
}

/** 协调意见 */
export function coordinationText(coordinated: Said): string {
  return sheet(
    factLines(
      ['协调意见', shownText(coordinated?.['opinion'])],
      ['责任部门', groupName(coordinated?.['responsibleGroup'])],
    ),
  );
}

/** 核查情况 */
export function verificationText(verified: Said): string {
  return sheet(
    factLines(['核查情况', shownText(verified?.['verification'])], ['是否通过', shownText(verified?.['passed'])]),
  );
}
