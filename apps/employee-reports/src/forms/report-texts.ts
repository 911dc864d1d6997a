import { Injectable } from '@nestjs/common';
import { dayOf } from '@huiying/working-time';
import { entryText, textOf } from '../record/entry-text.js';
import { Reports } from '../record/reports.js';
import { stepName } from '../record/step-names.js';
import type { FormTask } from './report-form.js';

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
      .map(({ kind, at, content }) => `${stepName(kind.slice('form:'.length)).zh} ${dayOf(at)}\n${entryText(content)}`)
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
