import { Injectable } from '@nestjs/common';
import { dayOf } from '@huiying/working-time';
import { ReportFiles } from '../evidence/report-files.js';
import { StaffLines } from '../people/staff-lines.js';
import { entryText, textOf } from '../record/entry-text.js';
import type { ReportContent } from '../record/report.js';
import { Reports } from '../record/reports.js';
import { stepName } from '../record/step-names.js';
import type { FormTask } from './report-form.js';

/** What forms show of a report: always 「举报人」, never a name (access.md §5). */
@Injectable()
export class ReportTexts {
  constructor(
    private readonly reports: Reports,
    private readonly staff: StaffLines,
    private readonly files: ReportFiles,
  ) {}

  /** 举报内容 with its evidence, whom it names and what was added later; without whoever told it. */
  async matter({ manager, report: { reportNo, content, receivedAt } }: FormTask): Promise<string> {
    const named = await this.named(content);
    const later = await this.reports.entries(manager, reportNo, 'reporter');
    const files = (await this.files.list(manager, reportNo)).length;
    return [
      `${dayOf(receivedAt)} 举报人：`,
      content.description,
      content.evidence,
      named && `被举报：${named}`,
      ...later.map(({ at, content: said }) => `${dayOf(at)} 补充：${textOf(said['text'])}`),
      files > 0 && `附件 ${files} 个，在举报件中查看`,
    ]
      .filter(Boolean)
      .join('\n');
  }

  /** Whom the report names, with their units. */
  accused({ report: { content } }: FormTask): Promise<string> {
    return this.named(content);
  }

  /** Answers of some steps, oldest first. */
  async steps({ manager, report }: FormTask, ...elements: string[]): Promise<string> {
    const kinds = elements.map((element) => `form:${element}` as const);
    const entries = await this.reports.entries(manager, report.reportNo, ...kinds);
    return entries
      .map(({ kind, at, content }) => `${stepName(kind.slice('form:'.length)).zh} ${dayOf(at)}\n${entryText(content)}`)
      .join('\n\n');
  }

  /** Answers of a step as they were given last: what was sent back counts no more. */
  async lastStep({ manager, report }: FormTask, element: string): Promise<string> {
    const entry = await this.reports.answers(manager, report.reportNo, element);
    return entry ? `${stepName(element).zh} ${dayOf(entry.at)}\n${entryText(entry.content)}` : '';
  }

  /** Some fields of a step's last answers, for a form that opens again. */
  async answers({ manager, report }: FormTask, element: string, keys: readonly string[]) {
    const given = (await this.reports.answers(manager, report.reportNo, element))?.content ?? {};
    return Object.fromEntries(keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
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

  private async named({ namedIds, namedTexts }: ReportContent): Promise<string> {
    return [...(await this.staff.names(namedIds)), ...namedTexts].join('、');
  }

  async field({ manager, report }: FormTask, element: string, key: string): Promise<string> {
    const entry = await this.reports.answers(manager, report.reportNo, element);
    return entry ? textOf(entry.content[key]) : '';
  }
}
