import type { TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import { DataSource } from 'typeorm';
import { ProjectService } from '../project/project.service.js';
import { QualityForm } from '../records/quality-form.js';
import { SurveyReports } from '../reports/survey-reports.js';

/** 补录竣工验收日 (R02.9): the register did not know it; from now on it does, and every later case of the building with it. */
@FormOwner('construction-warranty--enter-acceptance')
export class EnterAcceptanceForm extends QualityForm {
  constructor(
    private readonly projects: ProjectService,
    private readonly reports: SurveyReports,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    await this.reports.received(this.database.manager, subjectNo, 'construction-engineering', actorId);
    const { project, building } = await this.facts.now(subjectNo);
    return {
      report: await this.screens.report(subjectNo),
      place: [project, building].filter(Boolean).join(' ') || '未登记',
    };
  }

  protected decide(answers: Answers): Record<string, unknown> {
    answers.require('completionAcceptedOn', 'documents');
    this.refuseFuture(answers, 'completionAcceptedOn');
    return { completionAcceptedOn: answers.day('completionAcceptedOn') };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { project, building } = await this.facts.now(outcome.subjectNo);
    if (!project || !building) return;
    const completionAcceptedOn = String(outcome.variables['completionAcceptedOn']);
    const by = outcome.completedBy;
    await this.projects.change(context.manager, { name: project, building, by }, { completionAcceptedOn });
  }
}
