import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock, Problem } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { Analyses } from './analyses.js';
import { DefectBook } from './defect-book.js';
import { DefectScreens } from './defect-screens.js';

/** 整改 (R10.4), by its planned day. */
@FormOwner('delivery-defect--rectify')
export class RectifyForm extends RecordedForm {
  constructor(
    private readonly screens: DefectScreens,
    private readonly defects: DefectBook,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return { defect: await this.screens.defect(subjectNo), warranty: await this.screens.warranty(subjectNo) };
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('course', 'result');
    // Known before the completion is told around, so that accepting at once finds who rectified it and when.
    if (answers.errors.length === 0) {
      await this.defects.rectified(this.database.manager, subjectNo, dayOf(this.clock.now()), actorId);
    }
    return {};
  }
}

/** 整改验收: never by whoever rectified it (access.md, separation of duties). */
@FormOwner('delivery-defect--accept-rectification')
export class AcceptRectificationForm extends RecordedForm {
  constructor(private readonly screens: DefectScreens) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      defect: await this.screens.defect(subjectNo),
      rectification: await this.screens.rectification(subjectNo),
    };
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    const { rectifiedBy } = await this.screens.find(subjectNo);
    if (rectifiedBy === actorId) throw new Problem('same-person', 'forbidden');
    answers.require('passed');
    return { passed: answers.flag('passed') === true };
  }
}

/** 专项分析 of a kind that concentrates. */
@FormOwner('delivery-defect--analyse')
export class AnalyseForm extends RecordedForm {
  constructor(private readonly screens: DefectScreens) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return { defects: await this.screens.alike(subjectNo) };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('scope', 'reasons', 'measures');
    return {};
  }
}

/** 集团备案 */
@FormOwner('delivery-defect--group-files')
export class GroupFilesForm extends RecordedForm {
  constructor(
    private readonly screens: DefectScreens,
    private readonly analyses: Analyses,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return { defects: await this.screens.alike(subjectNo), analysis: await this.screens.analysis(subjectNo) };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('opinion');
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await this.analyses.filed(context.manager, outcome.subjectNo, outcome.completedAt, outcome.completedBy);
  }
}
