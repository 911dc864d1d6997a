import type { RegisterComplaint } from '@huiying/contracts';
import type { StaffSubject } from '@huiying/platform';
import type { Filing } from './registration.decider.js';

/** A complaint as it comes in, with who brings it. */
export interface Registration {
  filing: Filing & FilingExtras;
  /** The staff who received it; absent for the portal. */
  caller?: StaffSubject;
}

/** What a filing may say besides what can be refused. */
interface FilingExtras extends Pick<
  RegisterComplaint,
  | 'organisationId'
  | 'explanation'
  | 'explained'
  | 'dangerToPersons'
  | 'disturbsOperation'
  | 'harmsStanding'
  | 'proceedings'
  | 'keyCustomer'
  | 'masterNo'
  | 'reportForm'
  | 'extra'
  | 'complainantIsEmployee'
> {
  uploads?: string[];
}
