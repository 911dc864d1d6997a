import type { NoticeTemplate } from '@huiying/contracts';
import type { NoticeText } from '../render.js';
import { admissionTemplates } from './admission.templates.js';
import { handlingTemplates } from './handling.templates.js';
import { questionnaireTemplates } from './questionnaire.templates.js';
import { reviewTemplates } from './review.templates.js';
import { staffTemplates } from './staff.templates.js';

/** Templates that the models name, and those that intake sends by itself. */
export type TemplateId = NoticeTemplate | 'acknowledgement' | 'withdrawn' | 'questionnaire' | 'report-delivered';

export const NOTICE_TEXTS: Readonly<Record<TemplateId, NoticeText>> = {
  ...admissionTemplates,
  ...handlingTemplates,
  ...reviewTemplates,
  ...questionnaireTemplates,
  ...staffTemplates,
};

/** English titles of what intake sends by itself; the others have theirs in the contracts. */
export const OWN_TITLES = {
  acknowledgement: 'Receipt',
  withdrawn: 'Withdrawal confirmed',
  questionnaire: 'Satisfaction survey',
  'report-delivered': 'A report is there',
} as const;
