import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, type FormSubject, momentOf } from '@huiying/forms';
import { Problem } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { OnSitePeople } from '../records/on-site-people.js';
import { figuresOf, QualityForm } from '../records/quality-form.js';
import { SurveyReports } from '../reports/survey-reports.js';
import { CaseWarranty } from '../warranty/case-warranty.js';
import { Repairs } from './repairs.js';

const IN_CHARGE = { known: 'inCharge', other: 'otherInCharge' };

/** 落实维修单位, the day that the report is received (R02.9): who, when on the site, and a day agreed with the owner. */
@Injectable()
abstract class AssignForm extends QualityForm {
  protected abstract readonly repairGroup: 'site-project-dept' | 'maintenance-crew';

  constructor(
    private readonly repairs: Repairs,
    private readonly reports: SurveyReports,
    private readonly warranty: CaseWarranty,
    private readonly people: OnSitePeople,
    private readonly database: DataSource,
  ) {
    super();
  }

  protected override async prefill({ subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    await this.reports.received(this.database.manager, subjectNo, 'construction-engineering', actorId);
    return {
      report: await this.screens.report(subjectNo),
      warranty: await this.screens.warranty(subjectNo),
      offeredInCharge: await this.people.holders(this.repairGroup, await this.facts.now(subjectNo)),
    };
  }

  protected async decide(answers: Answers, subject: FormSubject): Promise<Record<string, unknown>> {
    const now = await this.caseOf(subject);
    this.people.check(answers, IN_CHARGE, await this.people.holders(this.repairGroup, now));
    answers.require('visitAt');
    const agreedOn = answers.day('agreedOn');
    if (agreedOn !== null && answers.flag('ownerConsents') !== true) answers.refuse('ownerConsents', 'consent-missing');
    if (agreedOn !== null && agreedOn < this.today()) answers.refuse('agreedOn', 'in-the-past');
    return { agreedOn, ...figuresOf(now) };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(await this.people.written(outcome, IN_CHARGE), context);
    const now = await this.facts.now(outcome.subjectNo);
    const completionAcceptedOn = await this.warranty.acceptedOn(now);
    if (completionAcceptedOn === null) throw new Problem('acceptance-unknown', 'fault');
    const said = new Answers(outcome.data);
    const agreedOn = said.day('agreedOn');
    const underWarranty = this.repairGroup === 'site-project-dept';
    const visitAt = momentOf(outcome.data['visitAt']) ?? outcome.completedAt;
    await this.repairs.assign(context.manager, {
      taskId: outcome.taskId,
      caseNo: outcome.subjectNo,
      repairGroup: this.repairGroup,
      underWarranty,
      completionAcceptedOn,
      visitAt,
      agreedOn,
      by: outcome.completedBy,
      assignedAt: outcome.completedAt,
    });
    await this.tellOfCase(outcome, context, 'repair.assigned', {
      repairGroup: this.repairGroup,
      underWarranty,
      completionAcceptedOn,
      visitAt,
      ...(agreedOn === null ? {} : { agreedOn }),
    });
  }
}

/** 落实工程项目部: within the year. */
@FormOwner('construction-warranty--assign-project')
export class AssignProjectForm extends AssignForm {
  protected readonly repairGroup = 'site-project-dept';
}

/** 落实维修组: after it. */
@FormOwner('construction-warranty--assign-crew')
export class AssignCrewForm extends AssignForm {
  protected readonly repairGroup = 'maintenance-crew';
}
