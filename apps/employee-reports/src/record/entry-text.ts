import { minuteOf } from '@huiying/working-time';

/** Answers that are shown, in this order; persons are not among them. */
const LABELS: Readonly<Record<string, string>> = {
  handling: '处理情况',
  settled: '已解决',
  findings: '核实情况',
  credible: '线索可查',
  evidence: '证据',
  assistance: '协助事项',
  material: '材料',
  statement: '陈述',
  heardAt: '时间',
  founded: '属实',
  conclusion: '结论',
  measuresAccused: '对被举报人的措施',
  reasonsForReporter: '告知举报人的理由',
  reasonsForAccused: '告知被举报人的理由',
  protection: '举报人保护',
  approved: '同意',
  opinion: '审定意见',
  completion: '完成情况',
  doneOn: '完成日期',
  outcome: '结果',
  advice: '建议',
};

/** What an entry of the record says, line by line; a message is its text. */
export function entryText(content: Record<string, unknown>): string {
  if (typeof content['text'] === 'string') return content['text'];
  return Object.entries(LABELS)
    .map(([key, label]) => [label, textOf(content[key])])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('\n');
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(textOf).join('；');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).filter(Boolean).join('，');
  if (typeof value === 'string') return MOMENT.test(value) ? momentText(value) : value;
  return typeof value === 'number' ? String(value) : '';
}

/** A moment as people read it, in the time of the place. */
function momentText(value: string): string {
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : minuteOf(new Date(at));
}
