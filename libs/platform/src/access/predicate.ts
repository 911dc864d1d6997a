import type { AccessClass } from './facts.js';
import type { Holding } from './subject.js';

/** Relations that rows of the policy can ask for (access.md §2). */
export type Relation =
  | 'own'
  | 'asg'
  | 'cand'
  | 'hnd'
  | 'desk'
  | 'rsp'
  | 'sup'
  | 'aud'
  | 'con'
  | 'contact'
  | 'aut'
  | 'cmp'
  | 'pty'
  | 'conflicted';

/**
 * A condition on an object, made from the policy for one subject. Read in two ways: `holds` decides for facts in memory, and
 * `whereAllowed` of libs/persistence turns it into SQL for lists.
 */
export type Predicate =
  | { op: 'always' }
  | { op: 'never' }
  | { op: 'all'; of: Predicate[] }
  | { op: 'any'; of: Predicate[] }
  | { op: 'not'; of: Predicate }
  /** Exactly this case. */
  | { op: 'case'; caseNo: string }
  /** The class of the case, or of the object where it has one of its own. */
  | { op: 'class'; in: AccessClass[] }
  /** A relation of the case to the person, or to a unit (with or without a role). */
  | {
      op: 'related';
      rel: 'own' | 'asg' | 'cand' | 'hnd' | 'con' | 'contact' | 'rsp' | 'conflicted';
      personId: string;
      holdings: Holding[];
      unitId: string;
    }
  /** The case was received by one of these organisations. */
  | { op: 'received-by'; orgIds: string[] }
  /** The case's organisation is or lies below one of these units. */
  | { op: 'org-below'; unitIds: string[] }
  /** The owner or a handling unit of the case, or of the object that has none, is or lies below one of these units. */
  | { op: 'handled-below'; unitIds: string[] }
  /** The unit complained about is one of these. */
  | { op: 'respondent'; unitIds: string[] }
  /** The task is open and held by the person. */
  | { op: 'assignee'; personId: string }
  /** The task is open to one of the holdings. */
  | { op: 'candidate'; holdings: Holding[] }
  /** The person held the task before. */
  | { op: 'held-before'; personId: string }
  /** The object's own unit (penalty, model …) is or lies below one of these. */
  | { op: 'unit-below'; unitIds: string[] }
  | { op: 'author'; personId: string }
  /** A party of the object is one of these units. */
  | { op: 'party'; unitIds: string[] };

export const always: Predicate = { op: 'always' };
export const never: Predicate = { op: 'never' };

export function all(...of: Predicate[]): Predicate {
  const parts = of.filter((part) => part.op !== 'always');
  if (parts.some((part) => part.op === 'never')) return never;
  return parts.length === 0 ? always : parts.length === 1 && parts[0] ? parts[0] : { op: 'all', of: parts };
}

export function any(...of: Predicate[]): Predicate {
  const parts = of.filter((part) => part.op !== 'never');
  if (parts.some((part) => part.op === 'always')) return always;
  return parts.length === 0 ? never : parts.length === 1 && parts[0] ? parts[0] : { op: 'any', of: parts };
}

export function not(of: Predicate): Predicate {
  if (of.op === 'always') return never;
  return of.op === 'never' ? always : { op: 'not', of };
}
