import {
  CAUSE_NAMES,
  CHANNEL_NAMES,
  ESCALATION_NAMES,
  type InternalCase,
  type InternalHandling,
  type InternalRegistration,
  JUSTIFIED_NAMES,
  KIND_NAMES,
  SEVERITY_NAMES,
} from '@huiying/contracts';

type Said = Readonly<Record<string, unknown>> | undefined;
const NONE = '（暂无记录）';

function named(names: Readonly<Record<string, { zh: string }>>, code: unknown): string {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key]?.zh ?? key) : key;
}

function text(value: unknown): string {
  if (value === true || value === 'true') return '是';
  if (value === false || value === 'false') return '否';
  return typeof value === 'string' ? value.trim() : '';
}

function yuan(fen: unknown): string {
  const amount = Number(fen ?? 0);
  return amount > 0 ? `${(amount / 100).toFixed(2)} 元` : '';
}

/** `label：value` for every value that is there; the placeholder where none is. */
function sheet(...entries: [label: string, value: string][]): string {
  const lines = entries.filter(([, value]) => value !== '').map(([label, value]) => `${label}：${value}`);
  return lines.length > 0 ? lines.join('\n') : NONE;
}

/** 案情摘要; the texts of the registration come masked. */
export function orderText(
  now: InternalCase,
  registration: InternalRegistration,
  respondent: { store: string; consultant: string },
): string {
  return sheet(
    ['投诉编号', now.caseNo],
    ['收到日期', now.receivedOn],
    ['渠道', named(CHANNEL_NAMES, now.channel)],
    ['类别', named(KIND_NAMES, now.kind)],
    ['定级', named(SEVERITY_NAMES, now.severity)],
    ['被投诉分店', respondent.store],
    ['被投诉置业顾问', respondent.consultant],
    ['涉及金额', now.amountYuan === null ? '' : `${now.amountYuan.toFixed(2)} 元`],
    ['事由', text(registration.subject)],
    ['内容', text(registration.description)],
    ['诉求', text(registration.demand)],
    ['首问解释', text(registration.explanation)],
  );
}

/** What a store or the region settled: course, result, 〔结论〕. */
export function settlementText(said: Said): string {
  if (!said) return NONE;
  return sheet(
    ['处理经过', text(said['process'])],
    ['处理意见', text(said['opinion'])],
    ['处理结果', text(said['result'])],
    ['双方陈述', text(said['bothStatements'])],
    ['认定', text(said['findings'])],
    ['依据', text(said['basis'])],
    ['原因', [named(CAUSE_NAMES, said['causeCode']), text(said['causeText'])].filter(Boolean).join('，')],
    ['赔付金额', yuan(said['payFen'])],
    ['双方是否一致', text(said['agreed'])],
    ['客户是否满意', text(said['satisfied'])],
    ['客户意见', text(said['customerOpinion'])],
  );
}

/** Why a complaint is at the region, and what the store did before. */
export function escalationText(escalated: string | null, byStore: Said): string {
  return `${sheet(['升级原因', named(ESCALATION_NAMES, escalated)])}\n${byStore ? settlementText(byStore) : '分店未处理完。'}`;
}

/** 调查报告 */
export function reportText(handling: InternalHandling | undefined): string {
  const report = handling?.report;
  if (!report) return '（未经调查）';
  return sheet(
    ['事实认定', report.findings],
    ['是否成立', named(JUSTIFIED_NAMES, report.justified)],
    ['责任方', report.responsibleParty],
    ['有无主观过错', report.fault === null ? '' : text(report.fault)],
    ['原因', [named(CAUSE_NAMES, report.causeCode), report.causeText].filter(Boolean).join('，')],
    ['建议措施', report.suggestedMeasures],
  );
}

/** 调解协议 */
export function agreementText(handling: InternalHandling | undefined): string {
  const mediation = handling?.mediation;
  if (!mediation) return '（调解未进行，或有一方不愿意）';
  if (!mediation.agreed) return sheet(['调解结果', '未达成一致'], ['说明', mediation.remark]);
  const measures = mediation.measures.map((line, place): [string, string] => [`措施 ${place + 1}`, line]);
  return sheet(['调解结果', '达成一致'], ['赔付金额', yuan(mediation.payFen)], ['说明', mediation.remark], ...measures);
}
