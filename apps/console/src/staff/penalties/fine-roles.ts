/** Who reads penalties and exposures, and who registers an exposure: the rows penalty.* and exposure.* of access.md §2. */
const HEAD = [
  'service-centre-head',
  'project-head',
  'operations-head',
  'engineering-head',
  'region-head',
  'region-executive',
  'group-executive',
  'sales-manager',
  'leader-in-charge',
  'general-manager',
  'deputy-general-manager',
  'management-representative',
  'deputy-management-representative',
  'emergency-leading-group',
];
const EXPOSURES = [...HEAD, 'region-office', 'store-manager'];
const REGISTER = ['region-office', 'intake-desk'];

const any = (groups: readonly string[], roles: readonly string[]) => groups.some((group) => roles.includes(group));

export const mayReadPenalties = (groups: readonly string[]) => any(groups, [...EXPOSURES, 'finance']);
export const mayReadExposures = (groups: readonly string[]) => any(groups, EXPOSURES);
export const mayReadDisputes = (groups: readonly string[]) => any(groups, EXPOSURES);
export const mayFileDispute = (groups: readonly string[]) => any(groups, ['store-manager', 'region-office']);
/** A published ranking is for everybody of a brokerage; others find nothing in it. */
export const mayReadRankings = (groups: readonly string[]) => any(groups, [...EXPOSURES, 'consultant', 'finance']);
export const mayRegisterExposure = (groups: readonly string[]) => any(groups, REGISTER);
