/** A role at a unit of the directory. */
export interface Holding {
  role: string;
  unitId: string;
}

/** A role that somebody holds, with what its scope is measured by. */
export interface HeldRole extends Holding {
  orgId: string;
  /** The organisation, region or store that the unit is or belongs to. */
  placeId: string;
}

/** Staff: who comes from the token, what they hold from the directory, read for this request (access.md §0.2). */
export interface StaffSubject {
  kind: 'staff';
  personId: string;
  login: string;
  name: string;
  unitId: string;
  orgId: string;
  /** Their unit and all above it, nearest first. */
  unitLine: string[];
  holdings: HeldRole[];
}

/** Holds the tracking code of exactly one case. */
interface ComplainantSubject {
  kind: 'complainant';
  caseNo: string;
}

interface PublicSubject {
  kind: 'public';
}

/** Another service of ours, on the internal port. */
interface ServiceSubject {
  kind: 'service';
  service: string;
}

export type Subject = StaffSubject | ComplainantSubject | PublicSubject | ServiceSubject;

/** The staff behind a request; @throws Error where the route lets others in, which is a mistake of the route. */
export function staff(subject: Subject): StaffSubject {
  if (subject.kind !== 'staff') throw new Error(`route takes staff, not ${subject.kind}`);
  return subject;
}
