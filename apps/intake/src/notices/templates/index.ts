import { type Bilingual, NOTICES, type NoticeTemplate } from '@huiying/contracts';
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
const OWN_TITLES: Readonly<Record<Exclude<TemplateId, NoticeTemplate>, string>> = {
  acknowledgement: 'Receipt',
  withdrawn: 'Withdrawal confirmed',
  questionnaire: 'Satisfaction survey',
  'report-delivered': 'A report is there',
};

const isOfModels = (template: TemplateId): template is NoticeTemplate => Object.hasOwn(NOTICES, template);

/** Title of a letter: in Chinese as it was written, in English as its template has it. */
export function titleOf({ template, title }: { template: TemplateId; title: string }): Bilingual {
  return { zh: title, en: isOfModels(template) ? NOTICES[template].en : OWN_TITLES[template] };
}
