import { Inject, Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { readMeasures, refOf } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { CorrectiveBook } from './corrective-book.js';
import { CorrectiveScreens, PLAN } from './corrective-screens.js';
import { RevisedRules } from './revised-rules.js';

@Injectable()
abstract class CorrectiveForm extends RecordedForm {
  @Inject(CorrectiveBook) protected readonly actions: CorrectiveBook;
  @Inject(CorrectiveScreens) protected readonly screens: CorrectiveScreens;
  @Inject(DataSource) protected readonly database: DataSource;

  /** What was found, why it came about and what is done about it. */
  protected async planned(actionNo: string): Promise<Record<string, unknown>> {
    return {
      origin: await this.screens.origin(actionNo),
      analysis: await this.screens.analysis(actionNo),
      plan: await this.screens.plan(actionNo),
    };
  }
}

/** 原因分析 (R13.7, R02.2) */
@FormOwner('corrective-action--analyse-cause')
export class AnalyseCauseForm extends CorrectiveForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      origin: await this.screens.origin(subjectNo),
      ineffective: await this.screens.ineffective(subjectNo),
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('problem', 'rootCause', 'widespread');
    return {};
  }
}

/** 制定措施: what puts it right and what keeps it from coming back; both, each with who and when. */
@FormOwner('corrective-action--plan-action')
export class PlanActionForm extends CorrectiveForm {
  constructor(
    private readonly measures: MeasureBook,
    private readonly rules: RevisedRules,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const returned = await this.screens.returned(subjectNo);
    const { corrective, preventive, completeOn, ruleChange, rule } = returned ?? {};
    return {
      origin: await this.screens.origin(subjectNo),
      analysis: await this.screens.analysis(subjectNo),
      rejected: await this.screens.rejected(subjectNo),
      rules: await this.rules.offered((await this.actions.get(this.database.manager, subjectNo)).orgId),
      ...(returned ? { corrective, preventive, completeOn, ruleChange, rule } : {}),
    };
  }

  protected async decide(answers: Answers, { subjectNo, taskId }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('corrective', 'preventive', 'completeOn', 'ruleChange');
    const { orgId } = await this.actions.get(this.database.manager, subjectNo);
    const ruleChange = answers.flag('ruleChange') === true;
    if (ruleChange) answers.require('rule');
    const revisionKind = ruleChange ? await this.rules.read(answers, orgId) : null;
    const today = dayOf(this.clock.now());
    const corrective = readMeasures(answers.raw('corrective'), today, 'corrective');
    const preventive = readMeasures(answers.raw('preventive'), today, 'preventive');
    if ('errors' in corrective) answers.errors.push(...corrective.errors);
    if ('errors' in preventive) answers.errors.push(...preventive.errors);
    const completeOn = answers.day('completeOn');
    if (completeOn !== null && completeOn < today) answers.refuse('completeOn', 'in-the-past');
    if (answers.errors.length > 0 || 'errors' in corrective || 'errors' in preventive) return {};
    const about = { subjectNo, caseNo: null, orgId };
    const lines = [...corrective.lines, ...preventive.lines];
    const proposed = await this.database.transaction((manager) => this.measures.propose(manager, about, taskId, lines));
    return { measures: proposed.map(refOf), ruleChange, revisionKind };
  }
}

/** 审批: the measures are in force with the approval. */
@FormOwner('corrective-action--approve-plan')
export class ApprovePlanForm extends CorrectiveForm {
  constructor(private readonly measures: MeasureBook) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return this.planned(subjectNo);
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('approved', 'opinion');
    return { approved: answers.flag('approved') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    if (outcome.variables['approved'] !== true) return;
    const plan = await this.records.latest(context.manager, outcome.subjectNo, PLAN);
    if (plan) await this.measures.putTaskInForce(context.manager, plan.taskId);
  }
}

/** 效果验证: with evidence; without effect it begins again. */
@FormOwner('corrective-action--verify-effect')
export class VerifyEffectForm extends CorrectiveForm {
  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return this.planned(subjectNo);
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('effective', 'evidence');
    return { effective: answers.flag('effective') === true };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    if (outcome.variables['effective'] === false) await this.actions.again(context.manager, outcome.subjectNo);
  }
}
