import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject, momentOf } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { ResponseForm } from '../responses/response-form.js';
import { EntryBook, type EntryKind } from './entry-book.js';

/** Whoever has no group: the person named for the site. */
const SITE_TEAM = 'site-team';

/** One of the measures that run side by side, each tracked: who did what and when (R08.8). */
@Injectable()
abstract class TrackedForm extends ResponseForm {
  protected abstract readonly kind: EntryKind;
  /** Keys that must be answered, and that the entry keeps. */
  protected abstract readonly keys: readonly string[];

  constructor(
    protected readonly entries: EntryBook,
    protected readonly database: DataSource,
    protected readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    return {
      ...(await this.screens.facts(subject.subjectNo)),
      ...(await this.screens.plan(manager, subject.subjectNo)),
      ...this.screens.department(subject.group),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    this.read(answers);
    if (answers.errors.length === 0)
      await this.entries.departmentIs(this.database.manager, subject.taskId, subject.group ?? SITE_TEAM);
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { manager } = context;
    const caseNo = outcome.subjectNo;
    const response = await this.responses.latest(manager, caseNo);
    if (!response) return;
    const department = (await this.entries.departmentOf(manager, outcome.taskId)) ?? SITE_TEAM;
    const entries = this.entriesOf(new Answers(outcome.data), outcome);
    await this.entries.write(manager, response, outcome, { kind: this.kind, department, entries });
    await this.tell(outcome, context, {
      type: 'emergency.measure-done',
      subject: caseNo,
      caseNo,
      orgId: response.orgId,
      data: { measure: this.kind, department },
    });
  }

  protected read(answers: Answers): void {
    answers.require(...this.keys);
  }

  protected entriesOf(answers: Answers, { completedAt }: TaskOutcome) {
    return [{ happenedAt: completedAt, said: Object.fromEntries(this.keys.map((key) => [key, answers.text(key)])) }];
  }
}

/** 领导小组指挥: what the leading group orders, and what became of it; its screen shows how the other branches stand. */
@FormOwner('emergency-response--direct')
export class DirectForm extends TrackedForm {
  protected readonly kind = 'directive';
  protected readonly keys = ['directive', 'execution'];

  protected override prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return this.screens.course(this.database.manager, subjectNo);
  }
}

/** 部门应急措施: of each department that the team named. */
@FormOwner('emergency-response--coordinate')
export class CoordinateForm extends TrackedForm {
  protected readonly kind = 'department';
  protected readonly keys = ['measure', 'completion'];
}

/** 现场监控 */
@FormOwner('emergency-response--monitor-site')
export class MonitorSiteForm extends TrackedForm {
  protected readonly kind = 'monitoring';
  protected readonly keys = ['arrangement', 'situation'];
}

/** 舆论引导 */
@FormOwner('emergency-response--guide-opinion')
export class GuideOpinionForm extends TrackedForm {
  protected readonly kind = 'opinion';
  protected readonly keys = ['line', 'monitoring'];

  /** What was published already binds what is said. */
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    return { ...(await super.prefill(subject)), ...(await this.screens.published(manager, subject.subjectNo)) };
  }
}

/** 现场处置 (R08.10): every action with its own time, which has come. */
@FormOwner('emergency-response--handle-on-site')
export class HandleOnSiteForm extends TrackedForm {
  protected readonly kind = 'site-action';
  protected readonly keys = ['at', 'action', 'outcome'];

  protected override read(answers: Answers): void {
    const actions = answers.lines('actions');
    if (actions.length === 0) answers.refuse('actions', 'required');
    for (const [place, action] of actions.entries()) {
      for (const key of this.keys) {
        const value = action[key];
        if (typeof value !== 'string' || value.trim() === '') answers.refuse(`actions.${place}.${key}`, 'required');
      }
      const at = momentOf(action['at']);
      if (at !== undefined && new Date(at) > this.clock.now()) answers.refuse(`actions.${place}.at`, 'in-the-future');
    }
  }

  protected override entriesOf(answers: Answers, { completedAt }: TaskOutcome) {
    return answers.lines('actions').map(({ at, action, outcome }) => ({
      happenedAt: momentOf(at) ?? completedAt,
      said: { action: String(action), outcome: String(outcome) },
    }));
  }
}
