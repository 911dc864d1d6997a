import { CAUSE_NAMES, SALES_ACTION_NAMES, type InternalHandling } from '@huiying/contracts';
import {
  answerText,
  caseLines,
  codeName,
  complaintLines,
  factLines,
  groupName,
  moneyText,
  placeLine,
  yuanText,
} from '@huiying/forms';
import { groupOfLevel } from './ladder.decider.js';

/** What the record of a sales complaint is written from; texts of the registration come masked. */
export interface SalesCase {
  caseNo: string;
  receivedOn: string;
  channel: string;
  kind: string | null;
  severity: string | null;
  project: string | null;
  building: string | null;
  amountYuan: number | null;
  promisedOn: string | null;
  dateChanges: number;
  subject: string | null;
  description: string | null;
  demand: string | null;
  explanation: string | null;
}

/** One completed task of the ladder. */
export interface LadderStep {
  level: number;
  on: string;
  said: Readonly<Record<string, unknown>>;
}

/** A change of the promised date that its superior had to judge. */
export interface Demand {
  on: string;
  demand: string;
}

/** 案情摘要 of a sales complaint. */
function caseText(found: SalesCase): string {
  const changes = found.dateChanges > 0 ? `（已更改 ${found.dateChanges} 次）` : '';
  return factLines(
    ...caseLines(found),
    placeLine(found),
    ['涉及金额', yuanText(found.amountYuan)],
    ['预计反馈日', found.promisedOn ? `${found.promisedOn}${changes}` : ''],
    ...complaintLines(found),
  );
}

/** 第 n 级 … what a level decided, with its conclusion where it settled. */
function stepLines({ level, on, said }: LadderStep): string[] {
  const asked = Array.isArray(said['departments']) ? said['departments'].map(groupName).join('、') : '';
  const paid = typeof said['payFen'] === 'number' && said['payFen'] > 0 ? moneyText(said['payFen']) : '';
  const head = `第 ${level} 级（${groupName(groupOfLevel(level))}，${on}）${codeName(SALES_ACTION_NAMES, said['action'])}：${answerText(said['opinion'])}`;
  return [
    head,
    factLines(
      ['会办部门', asked],
      ['双方陈述', answerText(said['bothStatements'])],
      ['认定', answerText(said['findings'])],
      ['依据', answerText(said['basis'])],
      ['原因', [codeName(CAUSE_NAMES, said['causeCode']), answerText(said['causeText'])].filter(Boolean).join('，')],
      ['赔付金额', paid],
    ),
  ];
}

/** 各部门意见 and what was concluded from them (R07.5). */
function consultationLines(consultation: InternalHandling['consultation']): string[] {
  if (!consultation) return [];
  const { opinions, silent, conclusion } = consultation;
  return [
    ...opinions.map(
      ({ department, opinion, completableOn }) =>
        `部门意见（${groupName(department)}）：${opinion}${completableOn ? `；可完成日期：${completableOn}` : ''}`,
    ),
    factLines(['未答复部门', silent.map(groupName).join('、')], ['会商结论', answerText(conclusion)]),
  ];
}

/** 客户投诉处理记录: the case, what each level did, the departments, the decision, and what a superior demanded. */
export function recordText(given: {
  found: SalesCase;
  steps: readonly LadderStep[];
  handling: InternalHandling | undefined;
  demands: readonly Demand[];
}): string {
  const { found, steps, handling, demands } = given;
  return [
    caseText(found),
    ...steps.flatMap(stepLines),
    ...consultationLines(handling?.consultation ?? null),
    factLines(
      ['处理决定', answerText(handling?.decision?.opinion)],
      ['复查认定', answerText(handling?.review?.finding)],
    ),
    ...demands.map(({ on, demand }) => `上级处理要求（${on}）：${demand}`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
