import { defineEvent } from '../define-event.js';

export const employeeReportRegistered = defineEvent({
  type: 'employee-report.registered',
  version: '1.0',
  meaning: { zh: '员工举报已登记', en: 'An employee report was registered' },
  class: 'restricted',
  // Filed here, or come by intake and taken over when its procedure starts.
  producers: [
    {
      service: 'employee-reports',
      routes: ['report.file'],
      jobs: ['employee-reports.acknowledge-report'],
    },
  ],
  since: '2026-11-25',
});
