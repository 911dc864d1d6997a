import { Injectable } from '@nestjs/common';
import type { Answers } from '@huiying/forms';
import { type FormTask, ReportForm } from './report-form.js';
import { ReportTexts } from './report-texts.js';

/** 调查取证 (R05.3). */
@Injectable()
export class CollectForm extends ReportForm {
  readonly formId = 'employee-report--collect' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return { matter: await this.texts.matter(task), check: await this.texts.steps(task, 'preliminary-check') };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('evidence');
    return {};
  }
}

/** 人力资源协助 (R05.7). */
@Injectable()
export class AssistForm extends ReportForm {
  readonly formId = 'employee-report--assist' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  /** Another person of HR may have checked it: who assists sees what was found. */
  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return { matter: await this.texts.matter(task), check: await this.texts.steps(task, 'preliminary-check') };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('assistance');
    return {};
  }
}

/** 听取举报人 (R05.3): by the dialogue under the receipt; the reporter stays 「举报人」. */
@Injectable()
export class HearReporterForm extends ReportForm {
  readonly formId = 'employee-report--hear-reporter' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      matter: await this.texts.matter(task),
      check: await this.texts.steps(task, 'preliminary-check'),
      messages: await this.texts.messages(task),
    };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('statement', 'protection');
    return {};
  }
}

/**
 * 听取被举报人 (R05.3): whom to hear, and what about. What is put before the accused holds neither the reporter's words nor a trace of who that is: only what HR found
 * in the preliminary check.
 */
@Injectable()
export class HearAccusedForm extends ReportForm {
  readonly formId = 'employee-report--hear-accused' as const;

  constructor(private readonly texts: ReportTexts) {
    super();
  }

  override async prefill(task: FormTask): Promise<Record<string, unknown>> {
    return {
      accused: await this.texts.accused(task),
      allegation: await this.texts.field(task, 'preliminary-check', 'findings'),
    };
  }

  decide(answers: Answers): Record<string, unknown> {
    answers.require('statement', 'heardAt');
    return {};
  }
}
