import { Injectable } from '@nestjs/common';
import type { TaskPerson } from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { HandlerChoice, type Part } from '../people/handler-choice.js';
import { StaffLines } from '../people/staff-lines.js';
import type { Report } from '../record/report.js';
import type { FormTask } from './report-form.js';

/** Persons that a form names for a part: free, at work, without a role of the platform (R05.7). */
@Injectable()
export class NamedHandlers {
  constructor(
    private readonly staff: StaffLines,
    private readonly choice: HandlerChoice,
  ) {}

  /** The person id, or '' with the field refused. */
  async read(answers: Answers, key: string, part: Part, { report }: FormTask): Promise<string> {
    const typed = answers.text(key);
    if (typed === '') return '';
    const personId = await this.staff.find(typed);
    const exclusion = await this.choice.exclusion(report.content);
    const fits = personId !== undefined && (await this.choice.mayBeNamed(personId, part, exclusion));
    if (!fits) answers.refuse(key, 'handler-excluded');
    return fits ? personId : '';
  }

  /** Staff of the report's organisation and of those above it whom a form may name. */
  async offered({ content }: Report): Promise<TaskPerson[]> {
    const exclusion = await this.choice.exclusion(content);
    const without = [...exclusion.named];
    if (!exclusion.everybody) without.push(...exclusion.subordinates);
    return this.staff.colleagues(await this.staff.line(content.orgId), without);
  }

  /** Names of those who are kept out; the reporter, who is too, is not among them. */
  async excluded({ report: { content } }: FormTask): Promise<string> {
    const names = await this.staff.names(content.namedIds);
    return [...names, ...content.namedTexts].join('、') || '无';
  }
}
