import type { ValuesOf } from '../variables/index.js';
import { emergencyResponseForms } from './emergency-response.forms.js';
import { employeeReportsForms } from './employee-reports.forms.js';
import { insightsForms } from './insights.forms.js';
import { intakeForms } from './intake.forms.js';
import { investigationForms } from './investigation.forms.js';
import { mediaPenaltiesForms } from './media-penalties.forms.js';
import { studioForms } from './studio.forms.js';
import { tasklistForms } from './tasklist.forms.js';
import { warrantyRoutingForms } from './warranty-routing.forms.js';

export type { FormContract } from './contract.js';

/** Every form of the deployed models: `FormContracts['complaint-handling--sign']`. The lint rule `form-contract` holds models and this list together. */
export const FormContracts = {
  ...intakeForms,
  ...investigationForms,
  ...tasklistForms,
  ...warrantyRoutingForms,
  ...mediaPenaltiesForms,
  ...emergencyResponseForms,
  ...employeeReportsForms,
  ...insightsForms,
  ...studioForms,
} as const;
export type FormId = keyof typeof FormContracts;
/** Processes whose tasks employee-reports shows and completes itself: those of its forms, a form `<process>--<element>` (access.md §5). */
export const REPORT_PROCESSES: ReadonlySet<string> = new Set(
  Object.keys(employeeReportsForms).map((formId) => formId.split('--', 1)[0] as string),
);
/** Variables that the check of a form returns. */
export type FormVariablesOf<F extends FormId> = ValuesOf<(typeof FormContracts)[F]['variables']>;
