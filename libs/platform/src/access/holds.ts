import type { CaseAccess, CaseRelation } from './case-access.js';
import type { Facts } from './facts.js';
import type { Predicate } from './predicate.js';
import type { Holding } from './subject.js';

/** An object with what is known of its case and of its own unit. */
export interface ObjectFacts extends Facts {
  case?: CaseAccess | undefined;
  /** Line of `unitId`, the unit itself first. */
  unitLine?: string[];
  /** Lines of `handledBy`. */
  handledLine?: string[];
}

/** Pure: whether a predicate holds for one object. Its twin in SQL is `whereAllowed` of libs/persistence; a test compares the two. */
export function holds(predicate: Predicate, facts: ObjectFacts, now: Date): boolean {
  switch (predicate.op) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'all':
      return predicate.of.every((part) => holds(part, facts, now));
    case 'any':
      return predicate.of.some((part) => holds(part, facts, now));
    case 'not':
      return !holds(predicate.of, facts, now);
    case 'case':
      return facts.caseNo === predicate.caseNo;
    case 'class':
      return predicate.in.includes(classOf(facts));
    case 'related':
      return live(facts, now).some((row) => row.rel === predicate.rel && concerns(row, predicate));
    case 'received-by':
      return facts.case !== undefined && predicate.orgIds.includes(facts.case.receivedOrgId);
    case 'org-below':
      return meets(facts.case?.orgLine, predicate.unitIds);
    case 'handled-below':
      return (
        meets(facts.handledLine, predicate.unitIds) ||
        live(facts, now)
          .filter(({ rel }) => HANDLING.includes(rel))
          .some(({ handlingLine }) => meets(handlingLine, predicate.unitIds))
      );
    case 'respondent':
      return meets(facts.case?.respondentUnitId ? [facts.case.respondentUnitId] : [], predicate.unitIds);
    case 'assignee':
      return facts.open !== false && facts.assigneeId === predicate.personId;
    case 'candidate':
      return facts.open !== false && (facts.candidates ?? []).some((group) => includes(predicate.holdings, group));
    case 'held-before':
      return (facts.handlerIds ?? []).includes(predicate.personId);
    case 'unit-below':
      return meets(facts.unitLine, predicate.unitIds);
    case 'author':
      return facts.authorId === predicate.personId;
    case 'party':
      return meets(facts.partyUnitIds, predicate.unitIds);
  }
}

/** Relations that make a unit one that handles the case. */
const HANDLING = ['own', 'asg', 'cand', 'hnd'];

/** The stricter of the case's class and the object's own. */
function classOf(facts: ObjectFacts): 'internal' | 'sealed' | 'restricted' {
  const classes = [facts.class, facts.case?.class];
  if (classes.includes('sealed')) return 'sealed';
  return classes.includes('restricted') ? 'restricted' : 'internal';
}

function live(facts: ObjectFacts, now: Date): CaseRelation[] {
  return (facts.case?.relations ?? []).filter(({ until }) => until === null || until > now);
}

function concerns(row: CaseRelation, who: { personId: string; holdings: Holding[]; unitId: string }): boolean {
  if (row.personId !== null) return row.personId === who.personId;
  if (row.role !== null) return who.holdings.some(({ role, unitId }) => role === row.role && unitId === row.unitId);
  return row.unitId === who.unitId || who.holdings.some(({ unitId }) => unitId === row.unitId);
}

function includes(holdings: Holding[], wanted: Holding): boolean {
  return holdings.some(({ role, unitId }) => role === wanted.role && unitId === wanted.unitId);
}

function meets(line: string[] | undefined, unitIds: string[]): boolean {
  return (line ?? []).some((unitId) => unitIds.includes(unitId));
}
