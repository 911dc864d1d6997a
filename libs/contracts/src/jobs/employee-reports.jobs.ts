import { REPORT_FORMS } from '../codes/index.js';
import { code, flag, job, optional, text } from './contract.js';

/** A report is known by its number alone: no case, no organisation, no person (access.md §5). */
const report = { subjectNo: text } as const;

/** Jobs that employee-reports works. */
export const employeeReportsJobs = {
  /** On file (R05.2); what intake sealed moves here, its traces there are gone. Emits the registration of what came by intake. */
  'employee-reports.acknowledge-report': job({
    service: 'employee-reports',
    input: { ...report, reportForm: code(REPORT_FORMS) },
    output: {},
    errors: {},
    emits: ['employee-report.registered'],
  }),
  /**
   * Persons by decision `report-handlers`, each a pseudonym of this report; `lead` is the report-custodian until name-lead names another
   * (R05.8). supervisor null: none is left, an oral report goes on as a written one.
   */
  'employee-reports.pick-handlers': job({
    service: 'employee-reports',
    input: report,
    output: { supervisor: optional(text), hrHandler: text, manager: text, lead: text },
    errors: { 'handlers-conflicted': { allHandlersNamed: flag } },
    emits: [],
  }),
  /** The whole record is archived at the report-custodian's; nothing of it can be changed any more (R05.6). */
  'employee-reports.seal-report': job({
    service: 'employee-reports',
    input: report,
    output: {},
    errors: {},
    emits: ['employee-report.sealed'],
  }),
} as const;
