import './problem/platform.problems.js';

export { Clock, type ClockSetting, machineTime } from './clock.js';
export { ClockFollower } from './clock/clock-follower.js';
export { ClockOwner, type ClockOwnerOptions } from './clock/clock-owner.js';
export { Config } from './config/config.js';
export { configTable, envExample } from './config/config.docs.js';
export { asRole, databaseUrlOf, MIGRATE_ROLE, migrateUrlOf, rolePassword, serviceRole } from './config/database-url.js';
export { ConfigError, EXIT_CONFIG, readConfig } from './config/read-config.js';
export { type FieldError, Problem, type ProblemKind, type ProblemOptions } from './problem/problem.js';
export { asProblem } from './problem/problem.filter.js';
export { defineProblems, knowsProblem, type Language, languageOf, problemCodes, textOf } from './problem/texts.js';
export { Logger, type LogField, type LogFields } from './log/logger.js';
export { Readiness, type ReadinessCheck, type ReadinessState } from './health/readiness.js';
export { Metrics } from './health/metrics.js';
export { currentTraceId, currentTraceparent, newTraceparent, withTrace } from './http/trace-context.js';
export type { HttpRequest } from './http/http-request.js';
export { networkOf } from './http/request-origin.js';
export { VolumeLimits } from './http/volume-limits.js';
export { createService, type ServiceOptions, StartRefused } from './http/create-service.js';
export { startService } from './http/start-service.js';
export { type ActionId, ACTIONS } from './access/actions.js';
export { AccessService } from './access/access.service.js';
export { AccessDatabase } from './access/access-database.js';
export { Access, AccessList, Caller, Public, type RouteAccess, ServiceOnly, View } from './access/access.decorator.js';
export { AccessRegistry, type RouteDeclaration } from './access/access.registry.js';
export type { CaseAccess, CaseRelation } from './access/case-access.js';
export { type Decision, decide, decideList, predicate } from './access/decide.js';
export { FactsLoaders, provideFactsLoader } from './access/fact-loaders.js';
export { type AccessClass, type FactKind, type Facts, FactsLoader } from './access/facts.js';
export { holds, type ObjectFacts } from './access/holds.js';
export { mask } from './access/mask.js';
export type { Need, PolicyRow } from './access/policy.js';
export { POLICY } from './access/policy.table.js';
export type { Predicate } from './access/predicate.js';
export { type CaseFactsRow, type Grant, RelationWriter, type WrittenRelation } from './access/relation-writer.js';
export { type Bundle, BUNDLES, type RoleId, roleDefinition, ROLES, rolesOf } from './access/roles.js';
export {
  type ComplainantSubject,
  type HeldRole,
  type Holding,
  type PublicSubject,
  type ServiceSubject,
  staff,
  type StaffSubject,
  type Subject,
} from './access/subject.js';
export { TrackingCodes } from './access/tracking-codes.js';
export { readTrackingCode } from './access/tracking-code.js';
export { type AuditVerdict, linkAudit, verifyAudit } from './audit/audit-chain.js';
export { Audit, type AuditActor, type AuditEntry } from './audit/audit.js';
export {
  Directory,
  type Organisation,
  type OrgType,
  type Person,
  type RoleFound,
  type RoleLookUp,
  type Unit,
} from './directory/directory.js';
export {
  addToDirectory,
  type DirectorySql,
  type HoldingEntry,
  type PersonEntry,
  type UnitEntry,
} from './directory/directory-writer.js';
export { chooseHolder, type ProjectParties } from './directory/look-up.js';
export { IdentityService } from './identity/identity.js';
export { ServiceClient } from './services/service-client.js';
export { Erased, ReportsVault, type SealedPlace, Vault } from './vault/vault.js';
export { vaultMigrations } from './vault/vault.migrations.js';
export { PLATFORM_SCHEMAS } from './platform-schemas.js';
