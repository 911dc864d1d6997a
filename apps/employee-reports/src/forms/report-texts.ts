import { Injectable } from '@nestjs/common';
import { dayOf } from '@huiying/working-time';
import { Reports } from '../record/reports.js';
import type { FormTask } from './report-form.js';

/** Names of the steps, as the record shows them. */
const STEPS: Readonly<Record<string, string>> = {
  'supervisor-handles': '主管处理',
  'preliminary-check': '初步核实',
  'name-lead': '指定负责人',
  collect: '调查取证',
  assist: '人力资源协助',
  'hear-reporter': '听取举报人',
  'hear-accused': '听取被举报人',
  conclude: '结论与措施',
  supervise: '管理层审定',
  'carry-out': '落实措施',
  'give-outcome': '反馈举报人',
};
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

/** What forms show of a report: always 「举报人」, never a name (access.md §5). */
@Injectable()
export class ReportTexts {
  constructor(private readonly reports: Reports) {}

  /** 举报内容 with its evidence; without whoever told it. */
  matter({ report: { content, receivedAt } }: FormTask): string {
    const named = content.namedTexts.length > 0 ? `被举报：${content.namedTexts.join('、')}` : '';
    return [`${dayOf(receivedAt)} 举报人：`, content.description, content.evidence, named].filter(Boolean).join('\n');
  }

  /** Answers of some steps, oldest first. */
  async steps({ manager, report }: FormTask, ...elements: string[]): Promise<string> {
    const kinds = elements.map((element) => `form:${element}` as const);
    const entries = await this.reports.entries(manager, report.reportNo, ...kinds);
    return entries
      .map(({ kind, at, content }) => `${STEPS[kind.slice('form:'.length)] ?? ''} ${dayOf(at)}\n${wordsOf(content)}`)
      .join('\n\n');
  }

  async messages({ manager, report }: FormTask): Promise<string> {
    const entries = await this.reports.entries(manager, report.reportNo, 'reporter', 'handler');
    return entries
      .map(
        ({ kind, at, content }) =>
          `${kind === 'reporter' ? '举报人' : '经办人'} ${dayOf(at)}：${String(content['text'])}`,
      )
      .join('\n');
  }

  async field({ manager, report }: FormTask, element: string, key: string): Promise<string> {
    const entry = await this.reports.answers(manager, report.reportNo, element);
    return entry ? textOf(entry.content[key]) : '';
  }
}

function wordsOf(content: Record<string, unknown>): string {
  return Object.entries(LABELS)
    .map(([key, label]) => [label, textOf(content[key])])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('\n');
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(textOf).join('；');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).filter(Boolean).join('，');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
