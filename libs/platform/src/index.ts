import './problem/platform.problems.js';

export { Clock, machineTime } from './clock.js';
export { ClockOwner } from './clock/clock-owner.js';
export { Config } from './config/config.js';
export { configTable, envExample } from './config/config.docs.js';
export { asRole, databaseUrlOf, MIGRATE_ROLE, migrateUrlOf, rolePassword, serviceRole } from './config/database-url.js';
export { ConfigError, EXIT_CONFIG, readConfig } from './config/read-config.js';
export { type FieldError, Problem } from './problem/problem.js';
export { found } from './problem/found.js';
export { ifFound } from './problem/if-found.js';
export { defineProblems, knowsProblem, textOf } from './problem/texts.js';
export { Logger } from './log/logger.js';
export { Readiness, type ReadinessState } from './health/readiness.js';
export { Metrics } from './health/metrics.js';
export { currentTraceparent, withTrace } from './http/trace-context.js';
export { pageOf, readCursor } from './http/list-cursor.js';
export type { HttpRequest } from './http/http-request.js';
export { networkOf } from './http/request-origin.js';
export { VolumeLimits } from './http/volume-limits.js';
export { startService } from './http/start-service.js';
export { RegularLook } from './regular-look.js';
export { type ActionId, ACTIONS } from './access/actions.js';
export { AccessService } from './access/access.service.js';
export { AccessDatabase } from './access/access-database.js';
export { Access, AccessList, Caller, Public, ServiceOnly } from './access/access.decorator.js';
export { type RouteDeclaration } from './access/access.registry.js';
export type { CaseAccess } from './access/case-access.js';
export { decide, decideList, holdingsFor, predicate, worksOnCases } from './access/decide.js';
export { provideFactsLoader } from './access/fact-loaders.js';
export { type AccessClass, type FactKind, type Facts, FactsLoader } from './access/facts.js';
export { holds, type ObjectFacts } from './access/holds.js';
export { mask } from './access/mask.js';
export { POLICY } from './access/policy.table.js';
export type { Predicate } from './access/predicate.js';
export { RelationWriter } from './access/relation-writer.js';
export { type Bundle, BUNDLES, type RoleId, roleDefinition, ROLES, rolesOf } from './access/roles.js';
export { newSpokenCode, readSpokenCode } from './access/spoken-code.js';
export { type Holding, staff, type StaffSubject, type Subject } from './access/subject.js';
export { TrackingCodes } from './access/tracking-codes.js';
export { Audit } from './audit/audit.js';
export { verifyAudit } from './audit/audit-chain.js';
export { Directory, type Organisation, type OrgType, type Person } from './directory/directory.js';
export {
  addToDirectory,
  type DirectorySql,
  type HoldingEntry,
  type PersonEntry,
  type UnitEntry,
} from './directory/directory-writer.js';
export { IdentityService } from './identity/identity.js';
export { ServiceClient } from './services/service-client.js';
export { ReportsVault, Vault } from './vault/vault.js';
export { vaultMigrations } from './vault/vault.migrations.js';
export { PLATFORM_SCHEMAS } from './platform-schemas.js';
