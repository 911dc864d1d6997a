/** An evaluation that failed: the text becomes the failure message of the answer. */
export class DecisionFailure extends Error {
  /** The decision in which it happened, set on the way out. */
  decisionId?: string;
}

/** A model that cannot be deployed. */
export class DmnError extends Error {}
