import type { ActionId } from './actions.js';
import { holds, type ObjectFacts } from './holds.js';
import type { Need, PolicyRow } from './policy.js';
import { OUTSIDE, POLICY, WITHOUT_CASES } from './policy.table.js';
import { all, always, any, never, not, type Predicate, type Relation } from './predicate.js';
import { type Bundle, roleDefinition } from './roles.js';
import type { HeldRole, StaffSubject, Subject } from './subject.js';

export type Decision =
  | { ok: true; row: string; view: 'full' | 'masked'; need: readonly Need[] }
  | { ok: false; as: 404 | 403; code: 'not-found' | 'forbidden' | 'same-person'; row: string };

/** The rows of each action, found once. */
const ROWS = new Map<ActionId, PolicyRow[]>();
for (const row of POLICY) ROWS.set(row.action, [...(ROWS.get(row.action) ?? []), row]);

const OF_CASES: NonNullable<PolicyRow['on']>[] = ['case', 'task', 'attachment', 'document'];

/** Reading an object of a kind: who may not even that gets 404 for everything else. */
const READ: Partial<Record<NonNullable<PolicyRow['on']>, ActionId>> = {
  case: 'case.read',
  task: 'task.read',
  attachment: 'case.read',
  document: 'case.read',
  penalty: 'penalty.list',
  exposure: 'exposure.list',
  dispute: 'dispute.list',
  webhook: 'webhook.list',
};

/**
 * Pure: may the subject do the action to the object, now? A deny beats every allow (回避, then class, then the rows); what no row
 * allows is refused. `facts` undefined = an action without an object.
 */
export function decide(subject: Subject, action: ActionId, facts: ObjectFacts | undefined, now: Date): Decision {
  if (facts && isConflicted(subject, facts, now)) return { ok: false, as: 404, code: 'not-found', row: 'conflicted' };
  const found = rowsFor(subject, action, facts).find((row) => !facts || holds(condition(row, subject), facts, now));
  if (!found) return refuse(subject, action, facts, now);
  if (facts && subject.kind === 'staff' && (facts.excludedIds ?? []).includes(subject.personId)) {
    return { ok: false, as: 403, code: 'same-person', row: found.id };
  }
  return { ok: true, row: found.id, view: viewOf(subject, found, facts, now), need: found.need ?? [] };
}

/**
 * Whether somebody may ask for a list at all; which rows of it they see is said by `predicate`. A list for any staff is empty, not
 * forbidden, for those whose roles never see a case.
 */
export function decideList(subject: Subject, action: ActionId): Decision {
  const rows = (ROWS.get(action) ?? []).filter(({ principal }) => principal === subject.kind);
  const row = rows.find((one) => one.roles === '*' || hasRole(one, subject));
  if (!row) return { ok: false, as: 403, code: 'forbidden', row: 'none' };
  return { ok: true, row: row.id, view: 'masked', need: row.need ?? [] };
}

/** The same rows as a condition for lists: an argument of every list query. */
export function predicate(subject: Subject, action: ActionId): Predicate {
  const rows = (ROWS.get(action) ?? []).filter((row) => row.principal === subject.kind && hasRole(row, subject));
  const allowed = any(...rows.map((row) => (row.on ? condition(row, subject) : always)));
  return subject.kind === 'staff' ? all(not(conflicted(subject)), allowed) : allowed;
}

/**
 * The holdings by which somebody may do an action to some object or other: what pages offer. A relation that anybody may come to have is
 * none of a role.
 */
export function holdingsFor(subject: StaffSubject, action: ActionId): HeldRole[] {
  return (ROWS.get(action) ?? [])
    .filter(({ principal, roles, rel }) => principal === 'staff' && (roles !== '*' || rel === undefined))
    .flatMap((row) => matching(row, subject));
}

/** Whether a role of theirs carries cases at all, by whatever relation. */
export function worksOnCases({ holdings }: StaffSubject): boolean {
  return holdings.some(({ role }) => carriesCases(role, { roles: '*' }));
}

function rowsFor(subject: Subject, action: ActionId, facts: ObjectFacts | undefined): readonly PolicyRow[] {
  return (ROWS.get(action) ?? []).filter(
    (row) => row.principal === subject.kind && row.on === facts?.kind && hasRole(row, subject),
  );
}

function refuse(subject: Subject, action: ActionId, facts: ObjectFacts | undefined, now: Date): Decision {
  if (!facts) return { ok: false, as: 403, code: 'forbidden', row: 'none' };
  const read = READ[facts.kind];
  const readable = read !== undefined && read !== action && decide(subject, read, facts, now).ok;
  return readable
    ? { ok: false, as: 403, code: 'forbidden', row: 'none' }
    : { ok: false, as: 404, code: 'not-found', row: 'none' };
}

function isConflicted(subject: Subject, facts: ObjectFacts, now: Date): boolean {
  return subject.kind === 'staff' && holds(conflicted(subject), facts, now);
}

function conflicted(subject: StaffSubject): Predicate {
  return related('conflicted', subject);
}

/** In full only where a row says so, and to members of the unit complained about only once the complainant released the contact. */
function viewOf(subject: Subject, row: PolicyRow, facts: ObjectFacts | undefined, now: Date): 'full' | 'masked' {
  if (subject.kind === 'complainant' || subject.kind === 'service') return 'full';
  if (!row.need?.includes('unmask') || subject.kind !== 'staff') return 'masked';
  const respondent = facts !== undefined && holds(relation('rsp', subject, row), facts, now);
  return respondent && !facts.case?.contactReleased ? 'masked' : 'full';
}

function hasRole(row: PolicyRow, subject: Subject): boolean {
  if (subject.kind !== 'staff') return true;
  // Roles of the platform never carry the content of a case, not even to one who was given a relation to it.
  if (row.on !== undefined && OF_CASES.includes(row.on))
    return matching(row, subject).some(({ role }) => carriesCases(role, row));
  return row.roles === '*' || matching(row, subject).length > 0;
}

function carriesCases(role: string, row: Pick<PolicyRow, 'roles'>): boolean {
  const bundle = roleDefinition(role)?.bundle;
  if (bundle === OUTSIDE) return row.roles !== '*';
  return bundle !== undefined && !WITHOUT_CASES.includes(bundle);
}

/** Holdings of the subject that the row's roles name. */
function matching(row: PolicyRow, subject: Subject): HeldRole[] {
  if (subject.kind !== 'staff') return [];
  const { roles } = row;
  if (roles === '*') return subject.holdings;
  return subject.holdings.filter(({ role }) => {
    const bundle: Bundle | undefined = roleDefinition(role)?.bundle;
    return roles.some((wanted) => wanted === role || wanted === bundle);
  });
}

/** What a row demands of the object, for this subject. */
function condition(row: PolicyRow, subject: Subject): Predicate {
  const scope = row.within && subject.kind === 'staff' ? scopeOfRow(row, matching(row, subject)) : always;
  const relations = row.rel ? any(...row.rel.map((rel) => relation(rel, subject, row))) : always;
  return all({ op: 'class', in: row.class }, scope, relations);
}

function relation(rel: Relation, subject: Subject, row: PolicyRow): Predicate {
  if (subject.kind === 'complainant') return rel === 'cmp' ? { op: 'case', caseNo: subject.caseNo } : never;
  if (subject.kind !== 'staff') return never;
  switch (rel) {
    case 'asg':
      return row.on === 'task' ? { op: 'assignee', personId: subject.personId } : related(rel, subject);
    case 'cand':
      return row.on === 'task' ? { op: 'candidate', holdings: bare(subject.holdings) } : related(rel, subject);
    case 'hnd':
      return row.on === 'task' ? { op: 'held-before', personId: subject.personId } : related(rel, subject);
    case 'own':
    case 'con':
    case 'contact':
    case 'conflicted':
      return related(rel, subject);
    case 'desk':
      return below(
        'received-by',
        ofBundles(subject, ['DESK', 'CS']).filter(({ role }) => scopeOf(role) === 'organisation'),
        'orgId',
      );
    case 'sup':
      return supervised(row.roles === '*' ? ofBundles(subject, ['HEAD', 'MGT', 'CS']) : matching(row, subject));
    case 'aud':
      return below('org-below', ofBundles(subject, ['SUP']), 'placeId');
    case 'rsp':
      return any({ op: 'respondent', unitIds: subject.unitLine }, related(rel, subject));
    case 'aut':
      return { op: 'author', personId: subject.personId };
    case 'pty':
      return { op: 'party', unitIds: matching(row, subject).map(({ unitId }) => unitId) };
    case 'cmp':
      return never;
  }
}

function related(
  rel: 'own' | 'asg' | 'cand' | 'hnd' | 'con' | 'contact' | 'rsp' | 'conflicted',
  subject: StaffSubject,
): Predicate {
  return { op: 'related', rel, personId: subject.personId, holdings: bare(subject.holdings), unitId: subject.unitId };
}

function supervised(holdings: HeldRole[]): Predicate {
  const unitIds = holdings.flatMap((held) => rootOf(held) ?? []);
  return unitIds.length === 0 ? never : { op: 'handled-below', unitIds };
}

function below(op: 'received-by' | 'org-below', holdings: HeldRole[], by: 'orgId' | 'placeId'): Predicate {
  const ids = holdings.map((held) => held[by]);
  if (ids.length === 0) return never;
  return op === 'received-by' ? { op, orgIds: ids } : { op, unitIds: ids };
}

/** Where the holdings reach: below their units lies the case's organisation, or the object's own unit where it has no case. */
function scopeOfRow(row: PolicyRow, holdings: HeldRole[]): Predicate {
  if (holdings.some(({ role }) => scopeOf(role) === 'installation')) return always;
  const unitIds = holdings.flatMap((held) => rootOf(held) ?? []);
  if (unitIds.length === 0) return never;
  return { op: row.on !== undefined && OF_CASES.includes(row.on) ? 'org-below' : 'unit-below', unitIds };
}

/** Unit below which a holding reaches; undefined for scopes that are not a subtree. */
function rootOf(held: HeldRole): string | undefined {
  const scope = scopeOf(held.role);
  if (scope === 'place') return held.placeId;
  if (scope === 'organisation') return held.orgId;
  return scope === 'unit' || scope === 'branch' ? held.unitId : undefined;
}

function scopeOf(role: string) {
  return roleDefinition(role)?.scope;
}

function ofBundles(subject: StaffSubject, bundles: Bundle[]): HeldRole[] {
  return subject.holdings.filter(({ role }) => {
    const bundle = roleDefinition(role)?.bundle;
    return bundle !== undefined && bundles.includes(bundle);
  });
}

function bare(holdings: HeldRole[]): { role: string; unitId: string }[] {
  return holdings.map(({ role, unitId }) => ({ role, unitId }));
}
