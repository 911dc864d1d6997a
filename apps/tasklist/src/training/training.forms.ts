import { TRAINING_FORM_NAMES, type TaskOutcome, type TrainingForm } from '@huiying/contracts';
import {
  type Answers,
  answerText,
  type FormContext,
  FormOwner,
  type FormSubject,
  momentOf,
  RecordedForm,
  shownMoment,
} from '@huiying/forms';
import { Directory } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { attendanceOf, readAttendance, requireForms } from './training-answers.js';
import { type Trainee, Trainings } from './trainings.js';

const PLAN = 'training--plan-course';

/** 培训计划 (R03.6, R06.3): topic, sessions with form, time and trainer, and for whom. */
@FormOwner(PLAN)
export class PlanCourseForm extends RecordedForm {
  constructor(
    private readonly trainings: Trainings,
    private readonly directory: Directory,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const { unitId, dueOn, orgType } = await this.trainings.find(subjectNo);
    const unit = await this.directory.unit(unitId);
    const audience = orgType === 'brokerage' ? '置业顾问、分店店长' : '投诉受理人员';
    return { unit: unit?.name ?? unitId, dueOn, trainees: listOf(await this.trainings.trainees(subjectNo)), audience };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('topic', 'sessions', 'audience');
    const { orgType } = await this.trainings.find(subjectNo);
    requireForms(answers, orgType === 'brokerage');
    return {};
  }
}

/** 签到与考核: one line for each who was to come. */
@FormOwner('training--record-attendance')
export class RecordAttendanceForm extends RecordedForm {
  constructor(
    private readonly trainings: Trainings,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const trainees = await this.trainings.trainees(subjectNo);
    const plan = await this.records.latest(this.database.manager, subjectNo, PLAN);
    return {
      plan: planText(plan?.answers),
      attendance: trainees.map(lineOf),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const attendance = readAttendance(answers, await this.trainings.trainees(subjectNo), false);
    return { absent: attendance.filter(({ present }) => !present).length };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await this.trainings.attended(context.manager, outcome.subjectNo, attendanceOf(outcome.data['attendance'], false));
  }
}

/** 补训: everybody who was absent, before the training is recorded. */
@FormOwner('training--make-up')
export class MakeUpForm extends RecordedForm {
  constructor(
    private readonly trainings: Trainings,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const absentees = await this.absentees(subjectNo);
    const plan = await this.records.latest(this.database.manager, subjectNo, PLAN);
    return {
      plan: planText(plan?.answers),
      attendance: absentees.map(lineOf),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('madeUpAt');
    readAttendance(answers, await this.absentees(subjectNo), true);
    return {};
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const at = new Date(momentOf(outcome.data['madeUpAt']) ?? outcome.completedAt);
    await this.trainings.madeUp(context.manager, outcome.subjectNo, at, attendanceOf(outcome.data['attendance'], true));
  }

  private async absentees(subjectNo: string): Promise<Trainee[]> {
    return (await this.trainings.trainees(subjectNo)).filter(({ present }) => present === false);
  }
}

function lineOf({ personId, name, unit }: Trainee): Record<string, string> {
  return { personId, name, unit };
}

/** Names, a unit a line. */
function listOf(trainees: readonly Trainee[]): string {
  const units = new Map<string, string[]>();
  for (const { name, unit } of trainees) units.set(unit, [...(units.get(unit) ?? []), name]);
  return [...units].map(([unit, names]) => `${unit ? `${unit}：` : ''}${names.join('、')}`).join('\n');
}

function planText(answers: Readonly<Record<string, unknown>> | undefined): string {
  const sessions = Array.isArray(answers?.['sessions']) ? (answers['sessions'] as Record<string, unknown>[]) : [];
  const lines = sessions.map(({ form, at, trainer, place }) => {
    const name = TRAINING_FORM_NAMES[form as TrainingForm].zh;
    return [name, shownMoment(at), answerText(trainer), answerText(place)].filter(Boolean).join(' · ');
  });
  return [answerText(answers?.['topic']), ...lines].join('\n');
}
