import { flag, form, number, optional } from './contract.js';

/** Forms that tasklist owns. */
export const tasklistForms = {
  // extension-approval
  'extension-approval--approve-extension': form({
    service: 'tasklist',
    variables: { approved: flag, extraDays: optional(number) },
    emits: ['deadline.extension-refused'],
  }),

  // overdue-escalation
  'overdue-escalation--act-on-overdue': form({
    service: 'tasklist',
    variables: { unjustified: flag },
    emits: ['overdue.handled'],
  }),

  // training
  'training--plan-course': form({ service: 'tasklist', variables: {}, emits: [] }),
  'training--record-attendance': form({ service: 'tasklist', variables: { absent: number }, emits: [] }),
  'training--make-up': form({ service: 'tasklist', variables: {}, emits: [] }),
} as const;
