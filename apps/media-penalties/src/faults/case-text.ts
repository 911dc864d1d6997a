import {
  CAUSE_NAMES,
  ESCALATION_NAMES,
  type InternalCase,
  type InternalHandling,
  type InternalRegistration,
  JUSTIFIED_NAMES,
} from '@huiying/contracts';
import {
  caseLines,
  codeName,
  complaintLines,
  factSheet,
  moneyText,
  NO_RECORD,
  shownText,
  yuanText,
} from '@huiying/forms';

type Said = Readonly<Record<string, unknown>> | undefined;

/** What was paid; '' where nothing was. */
function paidText(fen: unknown): string {
  const amount = Number(fen ?? 0);
  return amount > 0 ? moneyText(amount) : '';
}

/** 案情摘要; the texts of the registration come masked. */
export function orderText(
  now: InternalCase,
  registration: InternalRegistration,
  respondent: { store: string; consultant: string },
): string {
  return factSheet(
    ...caseLines(now),
    ['被投诉分店', respondent.store],
    ['被投诉置业顾问', respondent.consultant],
    ['涉及金额', yuanText(now.amountYuan)],
    ...complaintLines(registration),
  );
}

/** What a store or the region settled: course, result, 〔结论〕. */
export function settlementText(said: Said): string {
  if (!said) return NO_RECORD;
  return factSheet(
    ['处理经过', shownText(said['process'])],
    ['处理意见', shownText(said['opinion'])],
    ['处理结果', shownText(said['result'])],
    ['双方陈述', shownText(said['bothStatements'])],
    ['认定', shownText(said['findings'])],
    ['依据', shownText(said['basis'])],
    ['原因', [codeName(CAUSE_NAMES, said['causeCode']), shownText(said['causeText'])].filter(Boolean).join('，')],
    ['赔付金额', paidText(said['payFen'])],
    ['双方是否一致', shownText(said['agreed'])],
    ['客户是否满意', shownText(said['satisfied'])],
    ['客户意见', shownText(said['customerOpinion'])],
  );
}

/** Why a complaint is at the region, and what the store did before. */
export function escalationText(escalated: string | null, byStore: Said): string {
  return `${factSheet(['升级原因', codeName(ESCALATION_NAMES, escalated)])}\n${byStore ? settlementText(byStore) : '分店未处理完。'}`;
}

/** 调查报告 */
export function reportText(handling: InternalHandling | undefined): string {
  const report = handling?.report;
  if (!report) return '（未经调查）';
  return factSheet(
    ['事实认定', report.findings],
    ['是否成立', codeName(JUSTIFIED_NAMES, report.justified)],
    ['责任方', report.responsibleParty],
    ['有无主观过错', report.fault === null ? '' : shownText(report.fault)],
    ['原因', [codeName(CAUSE_NAMES, report.causeCode), report.causeText].filter(Boolean).join('，')],
    ['建议措施', report.suggestedMeasures],
  );
}

/** 调解协议 */
export function agreementText(handling: InternalHandling | undefined): string {
  const mediation = handling?.mediation;
  if (!mediation) return '（调解未进行，或有一方不愿意）';
  if (!mediation.agreed) return factSheet(['调解结果', '未达成一致'], ['说明', mediation.remark]);
  const measures = mediation.measures.map((line, place): [string, string] => [`措施 ${place + 1}`, line]);
  return factSheet(
    ['调解结果', '达成一致'],
    ['赔付金额', paidText(mediation.payFen)],
    ['说明', mediation.remark],
    ...measures,
  );
}
