import type { ActionId } from './actions.js';
import type { AccessClass, FactKind } from './facts.js';
import type { Relation } from './predicate.js';
import type { Bundle, RoleId } from './roles.js';

/**
 * reason = the caller says why · audit = kept in the audit chain, for reads before the value leaves · fresh = recent sign-in ·
 * second = another person agrees · unmask = personal data go out in full.
 */
export type Need = 'reason' | 'audit' | 'fresh' | 'second' | 'unmask';

/** One row: who may do an action to which objects. Everything that no row allows is refused. */
export interface PolicyRow {
  /** Named in refusals and audit entries. */
  id: string;
  action: ActionId;
  principal: 'staff' | 'public' | 'complainant' | 'service';
  /** Kind of object that the action is done to; absent for actions without one. */
  on?: FactKind;
  /** Bundles or single roles that the caller must hold; '*' = any member of staff. */
  roles: '*' | (Bundle | RoleId)[];
  /** One of these relations must hold to the object. */
  rel?: Relation[];
  /** The holding's scope must reach the object's own unit; for objects without a case. */
  within?: true;
  class: AccessClass[];
  need?: Need[];
}
