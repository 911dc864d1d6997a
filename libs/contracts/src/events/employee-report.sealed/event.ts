import { defineEvent } from '../define-event.js';

export const employeeReportSealed = defineEvent({
  type: 'employee-report.sealed',
  version: '1.0',
  meaning: { zh: '员工举报已归档', en: 'An employee report was sealed' },
  class: 'restricted',
  producers: [{ service: 'employee-reports', jobs: ['employee-reports.seal-report'] }],
  since: '2026-11-25',
});
