import { REVISION_DECISIONS, REVISION_TARGETS } from '../codes/index.js';
import { code, date, form } from './contract.js';

/** Forms that studio owns. */
export const studioForms = {
  // rule-revision
  'rule-revision--draft': form({
    service: 'studio',
    variables: { revisionTarget: code(REVISION_TARGETS), effectiveOn: date },
    emits: [],
  }),
  'rule-revision--approve': form({
    service: 'studio',
    variables: { approved: code(REVISION_DECISIONS) },
    emits: ['revision.approved'],
  }),
} as const;
