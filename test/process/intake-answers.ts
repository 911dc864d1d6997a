import type { FormVariablesOf } from '@huiying/contracts';
import type { JsonObject } from '@huiying/engine';

/** What the check of review-intake returns for a plain complaint; a test changes what it is about. */
export function reviewed(more: Partial<FormVariablesOf<'eligibility-check--review-intake'>> = {}): JsonObject {
  return {
    topic: 'property-management',
    kind: 'property-service',
    specific: true,
    evidenced: true,
    valid: true,
    scope: 'own',
    respondentType: null,
    respondentGroup: [],
    respondents: [],
    departmentCount: 1,
    masterNo: null,
    amountYuan: null,
    households: 1,
    proceedings: false,
    keyCustomer: false,
    dangerToPersons: false,
    disturbsOperation: false,
    harmsStanding: false,
    complexFlag: false,
    ...more,
  };
}

/** Facts of a registration, as the start message of complaint-handling brings them. */
export function registered(more: JsonObject = {}): JsonObject {
  return {
    reopened: false,
    kind: null,
    topic: 'property-management',
    complainantIsEmployee: false,
    receiverHoldsPost: true,
    explained: false,
    respondentType: null,
    respondentGroup: [],
    respondents: [],
    phase: 'occupied',
    handoverOn: '2025-04-20',
    receivedOn: '2026-03-02',
    reportedOn: '2026-03-02',
    completionAcceptedOn: '2025-03-10',
    amountYuan: null,
    households: 1,
    proceedings: null,
    projectType: 'residential',
    projectDissolved: false,
    projectOwnership: null,
    agreementParty: null,
    orgLevel: 'project',
    openDays: 0,
    masterNo: null,
    masterAnswered: null,
    dangerToPersons: null,
    disturbsOperation: null,
    harmsStanding: null,
    ...more,
  };
}
