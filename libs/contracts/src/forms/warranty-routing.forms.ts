import { COMPONENTS, DEFECT_TYPES, EXTENTS, LIABILITIES } from '../codes/index.js';
import { code, conclusion, date, flag, form, list, now, ofRound, optional, text } from './contract.js';

const component = { component: code(COMPONENTS) } as const;

/** Forms that warranty-routing owns. */
export const warrantyRoutingForms = {
  // quality-escalation
  'quality-escalation--survey-first': form({
    service: 'warranty-routing',
    variables: {
      liability: code(LIABILITIES),
      extent: code(EXTENTS),
      canRepair: flag,
      ...component,
      /** Whose case it is now: the service centre. */
      handlerGroup: text,
      ...now,
    },
    emits: ['survey.done', 'case.level-raised'],
  }),
  'quality-escalation--explain-to-owner': form({
    service: 'warranty-routing',
    variables: { ...conclusion, ...now, ...ofRound },
    emits: [],
  }),
  'quality-escalation--repair-minor': form({
    service: 'warranty-routing',
    variables: { repaired: flag, ...conclusion, ...now, ...ofRound },
    emits: ['repair.done', 'case.level-raised'],
  }),
  'quality-escalation--survey-second': form({
    service: 'warranty-routing',
    variables: {
      extent: code(EXTENTS),
      canRepair: flag,
      ...component,
      /** After the handing up: the quality centre. */
      handlerGroup: text,
      ...now,
    },
    emits: ['survey.done', 'case.level-raised'],
  }),
  'quality-escalation--repair-ordinary': form({
    service: 'warranty-routing',
    variables: { repaired: flag, ...conclusion, ...now, ...ofRound },
    emits: ['repair.done', 'case.level-raised'],
  }),
  'quality-escalation--write-survey-report': form({ service: 'warranty-routing', variables: {}, emits: [] }),
  'quality-escalation--track-completion': form({
    service: 'warranty-routing',
    variables: {
      tracked: flag,
      /** Day of the next round, the limit of its task (R02.10). */
      nextTrackOn: optional(date),
      ...conclusion,
      ...now,
      ...ofRound,
    },
    emits: [],
  }),

  // construction-warranty
  'construction-warranty--enter-acceptance': form({
    service: 'warranty-routing',
    variables: { completionAcceptedOn: date },
    emits: [],
  }),
  'construction-warranty--assign-project': form({
    service: 'warranty-routing',
    variables: { agreedOn: optional(date), ...now },
    emits: ['repair.assigned'],
  }),
  'construction-warranty--assign-crew': form({
    service: 'warranty-routing',
    variables: { agreedOn: optional(date), ...now },
    emits: ['repair.assigned'],
  }),
  'construction-warranty--lead-survey': form({
    service: 'warranty-routing',
    variables: { departments: list(text), ...now },
    emits: ['survey.done'],
  }),
  'construction-warranty--repair': form({ service: 'warranty-routing', variables: {}, emits: [] }),
  'construction-warranty--owner-accepts': form({
    service: 'warranty-routing',
    variables: { accepted: flag },
    emits: [],
  }),

  // delivery-defect
  'delivery-defect--assign-defect': form({
    service: 'warranty-routing',
    variables: {
      ...component,
      defectType: code(DEFECT_TYPES),
      repairGroup: text,
      /** Unit whose people rectify it: the project's construction or property company, where the role is theirs. */
      repairUnit: optional(text),
      plannedOn: date,
    },
    emits: [],
  }),
  'delivery-defect--rectify': form({ service: 'warranty-routing', variables: {}, emits: [] }),
  'delivery-defect--accept-rectification': form({
    service: 'warranty-routing',
    variables: { passed: flag },
    emits: [],
  }),
  'delivery-defect--analyse': form({ service: 'warranty-routing', variables: {}, emits: [] }),
  'delivery-defect--group-files': form({ service: 'warranty-routing', variables: {}, emits: [] }),
} as const;
