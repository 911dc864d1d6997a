import type { Key } from '../record/key.js';
import type { IncidentErrorType } from '../record/values.js';

/** Why an element cannot go on: becomes an incident of it. A value, like a refusal. */
export class Failure {
  constructor(
    readonly errorType: IncidentErrorType,
    readonly message: string,
    readonly jobKey?: Key,
  ) {}
}
