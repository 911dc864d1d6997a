import type { UnitMeasure } from '../codes/index.js';
import { flag, form, list, object, optional, text } from './contract.js';

/** Forms that insights owns. */
export const insightsForms = {
  'periodic-report--edit': form({
    service: 'insights',
    /** A preventive action is asked for (R02.2). */
    variables: { preventive: optional(flag) },
    emits: ['report.reviewed'],
  }),
  'periodic-report--minutes': form({
    service: 'insights',
    variables: { measures: list(object<UnitMeasure>()) },
    emits: ['minutes.recorded'],
  }),
  'satisfaction-survey--call-back': form({ service: 'insights', variables: {}, emits: [] }),
  'satisfaction-survey--visit': form({ service: 'insights', variables: {}, emits: [] }),
  'satisfaction-survey--analyse': form({
    service: 'insights',
    variables: { improvements: flag, responsibleGroup: optional(text) },
    emits: [],
  }),
} as const;
