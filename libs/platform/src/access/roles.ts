import { PLATFORM_ROLES, type PlatformRole, type Role, ROLES as CASE_ROLES } from '@huiying/contracts';

/** Every role that somebody can hold: those of processes.md §1 and the platform's. */
export const ROLES = [...CASE_ROLES, ...PLATFORM_ROLES] as const;

export type RoleId = Role | PlatformRole;

/** Groups of roles that the policy names (access.md §2). */
export const BUNDLES = [
  'DESK',
  'DEPT',
  'CS',
  'HEAD',
  'MGT',
  'FIN',
  'REV',
  'SUP',
  'DES',
  'APP',
  'OPS',
  'INT',
  'ADM',
  'PRI',
  'CUS',
  'RPT',
  'AUT',
] as const;
export type Bundle = (typeof BUNDLES)[number];

/**
 * How far a holding reaches from the unit it is held at: `unit` itself; `branch` = the unit and all below it; `place` = the
 * organisation, region or store that the unit serves, and all below; `organisation` = all of one organisation, none below it;
 * `group` and `installation` = everything.
 */
type Scope = 'unit' | 'branch' | 'place' | 'organisation' | 'installation';

export interface RoleDefinition {
  bundle: Bundle;
  scope: Scope;
}

const define = (bundle: Bundle, scope: Scope, ...roles: RoleId[]): [RoleId, RoleDefinition][] =>
  roles.map((role) => [role, { bundle, scope }]);

const definitions = new Map<string, RoleDefinition>([
  ...define('DESK', 'organisation', 'intake-desk', 'general-office', 'property-steward'),
  ...define('CS', 'organisation', 'customer-service'),
  ...define('CS', 'place', 'project-customer-service', 'region-customer-service', 'group-customer-service'),
  ...define(
    'DEPT',
    'unit',
    'service-centre',
    'service-centre-engineering',
    'quality-centre',
    'construction-engineering',
  ),
  ...define(
    'DEPT',
    'unit',
    'site-project-dept',
    'maintenance-crew',
    'engineering',
    'marketing',
    'salesperson',
    'sales-lead',
  ),
  ...define('DEPT', 'unit', 'consultant', 'store-manager', 'title-office', 'hr', 'supervisor'),
  // A head's department is what they head; those who lead an organisation, region or group hold their role at that unit itself.
  ...define(
    'HEAD',
    'branch',
    'service-centre-head',
    'project-head',
    'operations-head',
    'engineering-head',
    'region-head',
  ),
  ...define(
    'HEAD',
    'branch',
    'region-executive',
    'group-executive',
    'sales-manager',
    'leader-in-charge',
    'general-manager',
  ),
  ...define(
    'HEAD',
    'branch',
    'deputy-general-manager',
    'management-representative',
    'deputy-management-representative',
  ),
  ...define('HEAD', 'branch', 'emergency-leading-group'),
  // Offices serve the place that they belong to.
  ...define('MGT', 'place', 'management', 'management-dept', 'region-office', 'emergency-office', 'training-admin'),
  ...define('FIN', 'place', 'finance'),
  ...define('REV', 'place', 'review-office'),
  ...define('SUP', 'place', 'supervision-office', 'group-supervision-centre'),
  ...define('DES', 'installation', 'process-designer'),
  ...define('APP', 'installation', 'studio-approver'),
  ...define('OPS', 'installation', 'operator'),
  ...define('INT', 'installation', 'integrator'),
  ...define('ADM', 'installation', 'administrator'),
  ...define('PRI', 'installation', 'privacy-officer'),
  ...define('CUS', 'installation', 'custodian'),
  ...define('RPT', 'organisation', 'report-custodian'),
  ...define('AUT', 'unit', 'authority-contact'),
]);

/** undefined for a role that nobody defined: it grants nothing. */
export function roleDefinition(role: string): RoleDefinition | undefined {
  return definitions.get(role);
}

/** Roles of a bundle. */
export function rolesOf(bundle: Bundle): RoleId[] {
  return ROLES.filter((role) => definitions.get(role)?.bundle === bundle);
}
