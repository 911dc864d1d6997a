import { EMERGENCY_RESULTS } from '../codes/index.js';
import { code, flag, form, list, text } from './contract.js';

const tracked = { service: 'emergency-response', variables: {}, emits: ['emergency.measure-done'] } as const;

/** Forms that emergency-response owns. */
export const emergencyResponseForms = {
  'emergency-response--form-team': form({
    service: 'emergency-response',
    /** siteLead: person id; monitorLead, spokesperson: roles that somebody holds; departments: candidate groups of `coordinate`. */
    variables: { siteLead: text, monitorLead: text, spokesperson: text, departments: list(text) },
    emits: [],
  }),
  'emergency-response--direct': form(tracked),
  'emergency-response--handle-on-site': form(tracked),
  'emergency-response--coordinate': form(tracked),
  'emergency-response--monitor-site': form(tracked),
  'emergency-response--guide-opinion': form(tracked),
  'emergency-response--draft-release': form({ service: 'emergency-response', variables: {}, emits: [] }),
  'emergency-response--assess': form({
    service: 'emergency-response',
    variables: { result: code(EMERGENCY_RESULTS), revise: flag },
    emits: [],
  }),
} as const;
