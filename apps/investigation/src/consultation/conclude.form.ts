import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { InjectDatabase } from '@huiying/persistence';
import { Clock, Problem, RelationWriter } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import type { DataSource } from 'typeorm';
import { readMeasures, refOf, subjectOfCase } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { CaseForm, figuresOf } from '../records/case-form.js';
import { Roles } from '@huiying/service';
import { INVESTIGATION } from '../schema.js';
import { type Consultation, Consultations, silentOf, sourceOf } from './consultations.js';
import { isClearOpinion } from './give-opinion.form.js';

type ConcludingForm = 'joint-consultation--conclude' | 'joint-consultation--settle-difference';

/** What concluding a consultation and settling its difference share: a solution with measures, responsible departments and a day. */
@Injectable()
abstract class ConcludingConsultationForm extends CaseForm {
  protected abstract readonly form: ConcludingForm;

  constructor(
    protected readonly consultations: Consultations,
    private readonly measures: MeasureBook,
    private readonly roles: Roles,
    private readonly relations: RelationWriter,
    private readonly clock: Clock,
    @InjectDatabase(INVESTIGATION) protected readonly database: DataSource,
  ) {
    super();
  }

  /** Reads the measures and numbers them, of the consultation that the task concludes; what is refused stands on `answers`. */
  protected async solution(answers: Answers, caseNo: string, taskId: string, about: Consultation | undefined) {
    answers.require('responsible', 'completeOn');
    this.roles.allKnown(answers, 'responsible');
    const read = readMeasures(answers.raw('measures'), dayOf(this.clock.now()));
    if ('errors' in read) {
      answers.errors.push(...read.errors);
      return [];
    }
    if (read.lines.length === 0) answers.refuse('measures', 'required');
    if (answers.errors.length > 0) return [];
    const proposed = await this.database.transaction(async (manager) => {
      if (about) await this.consultations.concludes(manager, about.consultationId, taskId);
      return this.measures.propose(manager, subjectOfCase(caseNo), taskId, read.lines);
    });
    return proposed.map(refOf);
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { agreed } = outcome.variables as { agreed?: boolean };
    const isLast = this.form === 'joint-consultation--settle-difference' || agreed === true;
    const consultation = await this.consultations.concludedBy(context.manager, outcome.taskId);
    if (!isLast || !consultation) return;
    await this.consultations.conclude(context.manager, consultation.consultationId, outcome.completedAt);
    const { caseNo } = consultation;
    await this.relations.revoke(context.manager, { caseNo, source: sourceOf(consultation.consultationId) });
    const said = new Answers(outcome.data);
    await this.tellOfCase(
      outcome,
      context,
      { type: 'consultation.concluded' },
      {
        consultationId: consultation.consultationId,
        agreed: agreed === true,
        silent: silentOf(consultation),
        responsible: said.codes('responsible'),
        completeOn: said.text('completeOn').slice(0, 10),
      },
    );
  }
}

/** 会商纪要: possible without a silent department's opinion only with that of its superior (R04.10, R07.5). */
@FormOwner('joint-consultation--conclude')
export class ConcludeForm extends ConcludingConsultationForm {
  protected readonly form = 'joint-consultation--conclude';

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const consultation = await this.consultations.open(this.database.manager, (await this.caseOf(subject)).caseNo);
    return {
      silentOpinions: consultation ? silentOf(consultation).map((department) => ({ department, opinion: '' })) : [],
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('conclusion', 'agreed');
    const now = await this.caseOf(subject);
    const consultation = await this.consultations.open(this.database.manager, now.caseNo);
    const given = answers.lines('silentOpinions');
    for (const department of consultation ? silentOf(consultation) : []) {
      const opinion = given.find((line) => line['department'] === department)?.['opinion'];
      if (typeof opinion === 'string' && isClearOpinion(opinion)) continue;
      answers.errors.push({ field: 'silentOpinions', code: 'opinion-of-superior-required', params: { department } });
    }
    const measures = await this.solution(answers, now.caseNo, subject.taskId, consultation);
    return { measures, agreed: answers.flag('agreed') === true, ...figuresOf(now) };
  }
}

/** 分歧裁定. */
@FormOwner('joint-consultation--settle-difference')
export class SettleDifferenceForm extends ConcludingConsultationForm {
  protected readonly form = 'joint-consultation--settle-difference';

  /**
   * The solution that did not find everybody's consent, to be adopted or changed.
   * @throws Problem `form-on-its-way` (passing) while its completion is not heard of: another one's would be taken for it
   */
  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const consultation = await this.consultations.open(manager, (await this.caseOf(subject)).caseNo);
    if (!consultation) return {};
    const tasks = await this.consultations.minutes(manager, consultation.consultationId);
    const records = await this.records.ofTasks(manager, tasks);
    const concluded = records.find(({ formId }) => formId === 'joint-consultation--conclude');
    if (!concluded && tasks.length > 0) throw new Problem('form-on-its-way', 'unavailable');
    const { measures, responsible, completeOn } = concluded?.answers ?? {};
    return concluded ? { measures, responsible, completeOn } : {};
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    answers.require('ruling');
    const { caseNo } = await this.caseOf(subject);
    const consultation = await this.consultations.open(this.database.manager, caseNo);
    return { measures: await this.solution(answers, caseNo, subject.taskId, consultation) };
  }
}
