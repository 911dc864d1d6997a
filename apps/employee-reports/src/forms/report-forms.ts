import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Problem } from '@huiying/platform';
import { GroupAssignsForm, NameLeadForm, PreliminaryCheckForm, SupervisorHandlesForm } from './first-steps.forms.js';
import { AssistForm, CollectForm, HearAccusedForm, HearReporterForm } from './investigation.forms.js';
import { CarryOutForm, ConcludeForm, GiveOutcomeForm, SuperviseForm } from './outcome.forms.js';
import type { ReportForm } from './report-form.js';

export const REPORT_FORM_CLASSES: readonly Type<ReportForm>[] = [
  GroupAssignsForm,
  SupervisorHandlesForm,
  PreliminaryCheckForm,
  NameLeadForm,
  CollectForm,
  AssistForm,
  HearReporterForm,
  HearAccusedForm,
  ConcludeForm,
  SuperviseForm,
  CarryOutForm,
  GiveOutcomeForm,
];

/** The forms of employee-report, by id. */
@Injectable()
export class ReportForms {
  constructor(private readonly modules: ModuleRef) {}

  /** @throws Problem form-unknown for one of a newer model than this service */
  of(formId: string): ReportForm {
    const forms = REPORT_FORM_CLASSES.map((form) => this.modules.get<ReportForm>(form));
    const found = forms.find((form) => form.formId === formId);
    if (!found) throw new Problem('form-unknown', 'missing');
    return found;
  }
}
