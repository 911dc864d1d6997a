import { defineEvent } from '../define-event.js';

export const employeeReportRegistered = defineEvent({
  type: 'employee-report.registered',
  version: '1.0',
  meaning: { zh: '员工举报已登记', en: 'An employee report was registered' },
  class: 'restricted',
  producers: [
    { service: 'employee-reports', routes: ['report.file'] },
    { service: 'intake', routes: ['portal.file', 'intake.register'] },
  ],
  since: '2026-11-25',
});
