import {
  COMPONENTS,
  EXTENTS,
  LIABILITIES,
  type Component,
  type Extent,
  type Liability,
  type TaskOutcome,
} from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject, momentOf } from '@huiying/forms';
import { Injectable } from '@nestjs/common';
import { Roles } from '@huiying/service';
import { DataSource } from 'typeorm';
import { OnSitePeople } from '../records/on-site-people.js';
import { figuresOf, QualityForm } from '../records/quality-form.js';
import { tellHandingUp } from '../records/handing-up.js';
import { count } from '../screens/screen-text.js';
import { type Level, type Survey, Surveys } from './surveys.js';

const TECHNICIANS = { known: 'technicians', other: 'otherTechnicians' };

/** A survey on the site: kept by its codes, told of. */
@Injectable()
abstract class SurveyForm extends QualityForm {
  constructor(
    protected readonly surveys: Surveys,
    protected readonly database: DataSource,
  ) {
    super();
  }

  protected surveyOf(
    outcome: TaskOutcome,
    level: Level,
    found: Pick<Survey, 'liability' | 'extent' | 'component'>,
  ): Survey {
    const said = new Answers(outcome.data);
    return {
      ...found,
      taskId: outcome.taskId,
      caseNo: outcome.subjectNo,
      level,
      canRepair: level === 3 || said.flag('canRepair') === true,
      photos: count(outcome.data['photos']),
      surveyedAt: momentOf(outcome.data['surveyedAt']) ?? outcome.completedAt,
      by: outcome.completedBy,
      doneAt: outcome.completedAt,
    };
  }

  protected async done(outcome: TaskOutcome, context: FormContext, survey: Survey): Promise<void> {
    await this.surveys.keep(context.manager, survey);
    const { level, liability, extent, canRepair, component, photos } = survey;
    await this.tellOfCase(outcome, context, 'survey.done', {
      level,
      ...(liability ? { liability } : {}),
      extent,
      canRepair,
      component,
      photos,
    });
  }
}

/** 登记表与当日勘查 (R02.3): who is liable, how serious it is, whether the service centre can repair it. */
@FormOwner('quality-escalation--survey-first')
export class SurveyFirstForm extends SurveyForm {
  constructor(
    surveys: Surveys,
    database: DataSource,
    private readonly people: OnSitePeople,
  ) {
    super(surveys, database);
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subject.subjectNo),
      warranty: await this.screens.warrantyOfAll(subject.subjectNo),
      offeredTechnicians: await this.people.technicians(await this.caseOf(subject)),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const now = await this.caseOf(subject);
    this.people.check(answers, TECHNICIANS, await this.people.technicians(now));
    answers.require('surveyedAt', 'findings', 'component', 'liability', 'extent', 'canRepair');
    this.refuseFuture(answers, 'surveyedAt');
    return {
      liability: answers.code('liability', LIABILITIES),
      extent: answers.code('extent', EXTENTS),
      canRepair: answers.flag('canRepair') === true,
      component: answers.code('component', COMPONENTS),
      handlerGroup: 'service-centre',
      ...figuresOf(now),
    };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(await this.people.written(outcome, TECHNICIANS), context);
    const { liability, extent, component, canRepair } = outcome.variables as {
      liability: Liability;
      extent: Extent;
      component: Component;
      canRepair: boolean;
    };
    await this.done(outcome, context, this.surveyOf(outcome, 1, { liability, extent, component }));
    const handedUp = liability !== 'owner' && !(extent === 'minor' && canRepair);
    if (handedUp) await this.tellOfCase(outcome, context, 'case.level-raised', tellHandingUp(1));
  }
}

/** 品质中心当日勘查 (R02.6): the day of the handing up. */
@FormOwner('quality-escalation--survey-second')
export class SurveySecondForm extends SurveyForm {
  constructor(surveys: Surveys, database: DataSource) {
    super(surveys, database);
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const first = await this.surveys.latest(this.database.manager, subjectNo);
    return {
      registration: await this.screens.registration(subjectNo),
      surveys: await this.screens.before(subjectNo),
      warranty: await this.screens.warrantyOfAll(subjectNo),
      ...(first ? { component: first.component } : {}),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('surveyedAt', 'findings', 'component', 'extent', 'canRepair');
    this.refuseFuture(answers, 'surveyedAt');
    return {
      extent: answers.code('extent', EXTENTS),
      canRepair: answers.flag('canRepair') === true,
      component: answers.code('component', COMPONENTS),
      handlerGroup: 'quality-centre',
      ...figuresOf(await this.caseOf(subject)),
    };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const first = await this.surveys.latest(context.manager, outcome.subjectNo);
    const { extent, component, canRepair } = outcome.variables as {
      extent: Extent;
      component: Component;
      canRepair: boolean;
    };
    const survey = this.surveyOf(outcome, 2, { liability: first?.liability ?? null, extent, component });
    await this.done(outcome, context, survey);
    const handedUp = !canRepair || extent === 'serious';
    if (handedUp) await this.tellOfCase(outcome, context, 'case.level-raised', tellHandingUp(2));
  }
}

/** 牵头联合勘查 (R02.11): with everybody whom the solution needs. */
@FormOwner('construction-warranty--lead-survey')
export class LeadSurveyForm extends SurveyForm {
  constructor(
    surveys: Surveys,
    database: DataSource,
    private readonly roles: Roles,
  ) {
    super(surveys, database);
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    return {
      registration: await this.screens.registration(subjectNo),
      report: await this.screens.report(subjectNo),
      warranty: await this.screens.warranty(subjectNo),
      departments: ['construction-engineering', 'service-centre-head'],
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('surveyedAt', 'departments', 'findings');
    this.refuseFuture(answers, 'surveyedAt');
    return {
      departments: this.roles.allKnown(answers, 'departments'),
      ...figuresOf(await this.caseOf(subject)),
    };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const before = await this.surveys.latest(context.manager, outcome.subjectNo);
    const survey = this.surveyOf(outcome, 3, {
      liability: before?.liability ?? null,
      extent: before?.extent ?? 'serious',
      component: before?.component ?? 'other',
    });
    await this.done(outcome, context, survey);
  }
}
