import { Injectable } from '@nestjs/common';
import { REPORT_TELLINGS } from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { type FormTask, ReportForm } from './report-form.js';
import { ReportTexts } from './report-texts.js';

/** Fields of a conclusion: one that was sent back opens with what was written. */
const CONCLUSION = [
  'founded',
  'conclusion',
  'measuresAccused',
  'reasonsForReporter',
  'reasonsForAccused',
  'protection',
] as const;

/** 结论与措施 (R05.4): both sides alike; what is unfounded has no measures for anybody, and no reporter is ever punished. */
@Injectable()
export class ConcludeForm extends ReportForm {
  readonly formId = 'employee-report--conclude' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      matter: await this.texts.matter(task),
      evidence: await this.texts.steps(task, 'collect', 'assist'),
      hearings: await this.texts.steps(task, 'hear-reporter', 'hear-accused'),
      returned: await this.texts.field(task, 'supervise', 'opinion'),
      ...(await this.texts.answers(task, 'conclude', CONCLUSION)),
    };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('founded', 'conclusion', 'reasonsForReporter', 'reasonsForAccused', 'protection');
    const founded = answers.flag('founded');
    if (founded === true) answers.require('measuresAccused');
    if (founded === false && answers.text('measuresAccused') !== '')
      answers.refuse('measuresAccused', 'unfounded-measures');
    if (answers.text('measuresReporter') !== '')
      answers.refuse('measuresReporter', founded === false ? 'unfounded-measures' : 'reporter-measures');
    return {};
  }
}

/** 管理层审定 (R05.7). */
@Injectable()
export class SuperviseForm extends ReportForm {
  readonly formId = 'employee-report--supervise' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      matter: await this.texts.matter(task),
      evidence: await this.texts.steps(task, 'collect', 'assist'),
      hearings: await this.texts.steps(task, 'hear-reporter', 'hear-accused'),
      conclusion: await this.texts.lastStep(task, 'conclude'),
      returned: await this.texts.field(task, 'supervise', 'opinion'),
    };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('approved', 'opinion');
    return { approved: answers.flag('approved') === true };
  }
}

/** 落实措施 (R05.4). */
@Injectable()
export class CarryOutForm extends ReportForm {
  readonly formId = 'employee-report--carry-out' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      conclusion: await this.texts.lastStep(task, 'conclude'),
      opinion: await this.texts.field(task, 'supervise', 'opinion'),
    };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('completion', 'doneOn');
    return {};
  }
}

/** 反馈举报人 (R05.5, R05.9): the outcome never goes without advice. */
@Injectable()
export class GiveOutcomeForm extends ReportForm {
  readonly formId = 'employee-report--give-outcome' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      matter: await this.texts.matter(task),
      record: await this.texts.steps(
        task,
        'supervisor-handles',
        'preliminary-check',
        'conclude',
        'supervise',
        'carry-out',
      ),
      // Whoever tells the reporter keeps to what was agreed for their safety.
      protection: await this.texts.field(task, 'hear-reporter', 'protection'),
      outcome: await this.texts.field(task, 'conclude', 'reasonsForReporter'),
      ...(task.report.hasReceipt ? { mode: task.report.content.tellBy } : {}),
    };
  }

  decide(answers: Answers, { report }: FormTask): Record<string, unknown> {
    answers.require('outcome', 'mode', 'toldAt');
    if (answers.text('advice') === '') answers.refuse('advice', 'advice-required');
    const mode = answers.code('mode', REPORT_TELLINGS);
    if (mode === 'online' && !report.hasReceipt) answers.refuse('mode', 'mode-needs-portal');
    return {};
  }
}
