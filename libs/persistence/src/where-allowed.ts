import type { Predicate } from '@huiying/platform';

/**
 * Where a list keeps what predicates speak of: SQL expressions over the query's aliases, always qualified. What a list lacks cannot match.
 * Aliases in the conditions themselves begin with an underscore, as none of a list does: one of the same name would be taken for it.
 */
export interface AccessColumns {
  /** text: the case that the row belongs to. */
  caseNo?: string;
  /** text: who holds the task. */
  assignee?: string;
  /** text[]: roles that may take the task. */
  candidateGroups?: string;
  /** text: unit of those roles. */
  candidateUnit?: string;
  /** boolean: the task is still to be done; left out = every row is open. */
  open?: string;
  /** text[]: persons who held the task. */
  handlers?: string;
  /** text: unit that handles the row where it has no case. */
  handledBy?: string;
  /** text: unit that the row belongs to. */
  unitId?: string;
  /** text: who made it. */
  author?: string;
  /** text[]: units that are a party. */
  parties?: string;
  /** text: class of the row itself where it has one. */
  class?: string;
}

export interface WhereClause {
  /** A boolean SQL expression with parameters from `$<firstParam>`. */
  sql: string;
  params: unknown[];
}

/**
 * The SQL twin of `holds`: `const allowed = whereAllowed(access.for(caller, 'task.list'), { caseNo: 't.case_no', … }, 3, clock.now())`,
 * then `WHERE … AND ${allowed.sql}` with `[...own, ...allowed.params]`.
 */
export function whereAllowed(predicate: Predicate, columns: AccessColumns, firstParam: number, now: Date): WhereClause {
  const params: unknown[] = [];
  const bind = (value: unknown): string => {
    params.push(value);
    return `$${firstParam + params.length - 1}`;
  };
  return { sql: render(predicate, columns, bind, now), params };
}

type Bind = (value: unknown) => string;

const HANDLING = `('own', 'asg', 'cand', 'hnd')`;
const LINE = 'access.unit_ancestor';

function render(predicate: Predicate, at: AccessColumns, bind: Bind, now: Date): string {
  switch (predicate.op) {
    case 'always':
      return 'true';
    case 'never':
      return 'false';
    case 'all':
    case 'any':
      return `(${predicate.of.map((part) => render(part, at, bind, now)).join(predicate.op === 'all' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `NOT ${render(predicate.of, at, bind, now)}`;
    case 'case':
      return at.caseNo ? `coalesce(${at.caseNo} = ${bind(predicate.caseNo)}, false)` : 'false';
    case 'class':
      return classIn(predicate.in, at, bind);
    case 'related':
      return at.caseNo ? related(predicate, at.caseNo, bind, now) : 'false';
    case 'received-by':
      return factOfCase(
        at,
        `coalesce((SELECT _u.org_id FROM access.unit _u WHERE _u.id = _f.received_by), _f.org_id) = ANY(${bind(predicate.orgIds)}::text[])`,
      );
    case 'org-below':
      return factOfCase(
        at,
        `EXISTS (SELECT 1 FROM ${LINE} _l WHERE _l.unit_id = _f.org_id AND _l.ancestor_id = ANY(${bind(predicate.unitIds)}::text[]))`,
      );
    case 'respondent':
      return factOfCase(at, `coalesce(_f.respondent_unit_id = ANY(${bind(predicate.unitIds)}::text[]), false)`);
    case 'handled-below':
      return handledBelow(predicate.unitIds, at, bind, now);
    case 'assignee':
      return at.assignee ? open(at, `${at.assignee} = ${bind(predicate.personId)}`) : 'false';
    case 'candidate':
      return candidate(predicate.holdings, at, bind);
    case 'held-before':
      return at.handlers ? `coalesce(${bind(predicate.personId)} = ANY(${at.handlers}), false)` : 'false';
    case 'unit-below':
      return at.unitId ? below(at.unitId, predicate.unitIds, bind) : 'false';
    case 'author':
      return at.author ? `coalesce(${at.author} = ${bind(predicate.personId)}, false)` : 'false';
    case 'party':
      return at.parties ? `coalesce(${at.parties} && ${bind(predicate.unitIds)}::text[], false)` : 'false';
  }
}

function factOfCase(at: AccessColumns, condition: string): string {
  return at.caseNo
    ? `EXISTS (SELECT 1 FROM access.case_facts _f WHERE _f.case_no = ${at.caseNo} AND ${condition})`
    : 'false';
}

function open(at: AccessColumns, condition: string): string {
  return at.open ? `coalesce(${at.open} AND ${condition}, false)` : `coalesce(${condition}, false)`;
}

/** The stricter of the case's class and the row's own, as `classOf` has it. */
function classIn(allowed: string[], at: AccessColumns, bind: Bind): string {
  const ofCase = at.caseNo ? `(SELECT _f.class FROM access.case_facts _f WHERE _f.case_no = ${at.caseNo})` : 'NULL';
  const classes = `ARRAY[${ofCase}, ${at.class ?? 'NULL'}]::text[]`;
  return `(CASE WHEN 'sealed' = ANY(${classes}) THEN 'sealed' WHEN 'restricted' = ANY(${classes}) THEN 'restricted'
    ELSE 'internal' END = ANY(${bind(allowed)}::text[]))`;
}

function related(predicate: Extract<Predicate, { op: 'related' }>, caseNo: string, bind: Bind, now: Date): string {
  const roles = bind(predicate.holdings.map(({ role }) => role));
  const units = bind(predicate.holdings.map(({ unitId }) => unitId));
  return `EXISTS (SELECT 1 FROM access.case_relation _r WHERE _r.case_no = ${caseNo} AND _r.rel = ${bind(predicate.rel)}
    AND (_r.valid_until IS NULL OR _r.valid_until > ${bind(now)})
    AND (_r.person_id = ${bind(predicate.personId)}
      OR (_r.role IS NOT NULL AND (_r.role, _r.unit_id) IN (SELECT * FROM unnest(${roles}::text[], ${units}::text[])))
      OR (_r.role IS NULL AND (_r.unit_id = ${bind(predicate.unitId)} OR _r.unit_id = ANY(${units}::text[])))))`;
}

function below(unitId: string, unitIds: string[], bind: Bind): string {
  return `EXISTS (SELECT 1 FROM ${LINE} _l WHERE _l.unit_id = ${unitId} AND _l.ancestor_id = ANY(${bind(unitIds)}::text[]))`;
}

function handledBelow(unitIds: string[], { caseNo, handledBy }: AccessColumns, bind: Bind, now: Date): string {
  const ofCase = caseNo ? caseHandledBelow(unitIds, caseNo, bind, now) : 'false';
  return handledBy ? `(${ofCase} OR ${below(handledBy, unitIds, bind)})` : ofCase;
}

function caseHandledBelow(unitIds: string[], caseNo: string, bind: Bind, now: Date): string {
  return `EXISTS (SELECT 1 FROM access.case_relation _r LEFT JOIN access.person _p ON _p.id = _r.person_id
    JOIN ${LINE} _l ON _l.unit_id = coalesce(_r.unit_id, _p.unit_id)
    WHERE _r.case_no = ${caseNo} AND _r.rel IN ${HANDLING} AND (_r.valid_until IS NULL OR _r.valid_until > ${bind(now)})
    AND _l.ancestor_id = ANY(${bind(unitIds)}::text[]))`;
}

function candidate(holdings: { role: string; unitId: string }[], at: AccessColumns, bind: Bind): string {
  if (!at.candidateGroups || !at.candidateUnit) return 'false';
  const roles = bind(holdings.map(({ role }) => role));
  const units = bind(holdings.map(({ unitId }) => unitId));
  return open(
    at,
    `EXISTS (SELECT 1 FROM unnest(${roles}::text[], ${units}::text[]) _h(role, unit_id)
      WHERE _h.role = ANY(${at.candidateGroups}) AND _h.unit_id = ${at.candidateUnit})`,
  );
}
