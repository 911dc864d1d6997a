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
} as const;
