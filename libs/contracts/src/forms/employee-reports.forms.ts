import { flag, form, text } from './contract.js';

const service = 'employee-reports' as const;

/** Forms that employee-reports owns. Persons are pseudonyms of the report (access.md §5); the tasklist never sees an answer. */
export const employeeReportsForms = {
  'employee-report--group-assigns': form({
    service,
    variables: { lead: text, hrHandler: text, manager: text },
    emits: [],
  }),
  'employee-report--supervisor-handles': form({ service, variables: { settled: flag }, emits: [] }),
  'employee-report--preliminary-check': form({ service, variables: { credible: flag }, emits: [] }),
  'employee-report--name-lead': form({ service, variables: { lead: text }, emits: [] }),
  'employee-report--collect': form({ service, variables: {}, emits: [] }),
  'employee-report--assist': form({ service, variables: {}, emits: [] }),
  'employee-report--hear-reporter': form({ service, variables: {}, emits: [] }),
  'employee-report--hear-accused': form({ service, variables: {}, emits: [] }),
  'employee-report--conclude': form({ service, variables: {}, emits: [] }),
  'employee-report--supervise': form({ service, variables: { approved: flag }, emits: [] }),
  'employee-report--carry-out': form({ service, variables: {}, emits: [] }),
  'employee-report--give-outcome': form({ service, variables: {}, emits: [] }),
} as const;
