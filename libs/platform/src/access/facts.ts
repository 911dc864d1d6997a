import type { EntityManager } from 'typeorm';
import type { Holding } from './subject.js';

/** Kinds of objects that access is decided on (access.md §2). */
export type FactKind =
  | 'case'
  | 'task'
  | 'attachment'
  | 'document'
  | 'penalty'
  | 'exposure'
  | 'dispute'
  | 'report'
  | 'model'
  | 'webhook'
  | 'unit'
  | 'approval';

/** How an object is kept from people: internal = readers by relation; sealed = named persons; restricted = PIPL 47. */
export type AccessClass = 'internal' | 'sealed' | 'restricted';

/** What a service knows of one object; relations of its case are added by the guard from schema access. */
export interface Facts {
  kind: FactKind;
  id: string;
  /** The case that the object belongs to: its relations count for the object too. */
  caseNo?: string;
  class?: AccessClass;
  /** Task: who holds it. */
  assigneeId?: string;
  /** Task: open to these roles at these units. */
  candidates?: Holding[];
  /** Task: still to be done. Relations asg and cand hold for open tasks alone. Default true. */
  open?: boolean;
  /** Task: who held it before (relation hnd on the task). */
  handlerIds?: string[];
  /** Task: header contact=true, the holder may see name and phone. */
  contact?: boolean;
  /** Task without a case: units of its candidates and of its holder; whoever stands above one supervises it (relation sup). */
  handledBy?: string[];
  /** Unit that the object belongs to (penalties, models): scope of roles without a case relation. */
  unitId?: string;
  /** Model, draft, filter, webhook. */
  authorId?: string;
  /** Persons who did the step before and may not do this one (separation of duties). */
  excludedIds?: string[];
  /** Organisations or units that are a party (penalty, dispute). */
  partyUnitIds?: string[];
}

/**
 * One per kind, registered by the service that owns the objects: `providers: [provideFactsLoader(TaskFactsLoader)]`.
 * `undefined` = there is no such object: the caller gets the same 404 as for one that is not theirs.
 */
export abstract class FactsLoader {
  abstract readonly kind: FactKind;
  /** With a manager the rows are read (and locked where the writer repeats the decision) in its transaction. */
  abstract load(id: string, manager?: EntityManager): Promise<Facts | undefined>;
}
