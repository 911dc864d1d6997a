import { defineEvent } from '../define-event.js';

export const workOrderIssued = defineEvent({
  type: 'work-order.issued',
  version: '1.0',
  meaning: { zh: '工作处理单已下达', en: 'A work order was issued' },
  class: 'internal',
  producers: [{ service: 'intake', jobs: ['intake.issue-work-order', 'intake.issue-department-orders'] }],
  since: '2026-11-25',
});
