/** SQL conditions over `case_fact c`; parameters are numbered by the query that uses them. */

/** Cases of the organisations below a unit; of a store those against it. */
export const belowUnit = (n: number): string =>
  `(EXISTS (SELECT 1 FROM access.unit_ancestor a WHERE a.unit_id = c.org_id AND a.ancestor_id = $${n})
    OR EXISTS (SELECT 1 FROM access.unit_ancestor a WHERE a.unit_id = c.respondent_unit_id AND a.ancestor_id = $${n}))`;

/** Received from a day up to and with another. */
export const receivedIn = (from: number, until: number): string => `c.received_on BETWEEN $${from} AND $${until}`;

/** A complaint: not a suggestion, an inquiry or an order for a repair, nor what is dealt with under seal. */
export const IS_COMPLAINT = `NOT c.sealed AND coalesce(c.kind, '') NOT IN ('suggestion', 'inquiry', 'repair-request')
  AND coalesce(c.admission, '') <> 'record'`;

export const IS_SUGGESTION = `(c.kind = 'suggestion' OR c.admission = 'record')`;

/** Outer limits: whose end says whether the complainant was answered in time. */
const OUTER = `('R04.13', 'R01.4')`;

export const IS_LATE = `EXISTS (SELECT 1 FROM limit_fact l WHERE l.case_no = c.case_no AND l.limit_id IN ${OUTER}
  AND NOT l.replaced AND l.missed_at IS NOT NULL)`;
export const HAS_OVERDUE = `EXISTS (SELECT 1 FROM limit_fact l WHERE l.case_no = c.case_no AND NOT l.replaced
  AND l.missed_at IS NOT NULL AND l.met_at IS NULL)`;
export const IS_PAUSED = `EXISTS (SELECT 1 FROM limit_fact l WHERE l.case_no = c.case_no AND l.limit_id IN ${OUTER} AND l.paused)`;
export const IS_OPEN = `c.archived_at IS NULL AND c.withdrawn_at IS NULL AND coalesce(c.admission, 'accept') IN ('accept', 'supplement')`;
