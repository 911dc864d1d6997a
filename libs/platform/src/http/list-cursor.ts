import { Problem } from '../problem/problem.js';

/** Where a page ended. */
function cursorOf(at: string, number: string): string {
  return Buffer.from(`${at}|${number}`).toString('base64url');
}

/**
 * A page out of rows of which one more than `limit` was read, and the cursor of the next page; null on the last.
 * @param endOf moment of a row (as PostgreSQL writes it) and its number, by which the rows are ordered
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  endOf: (row: Row) => [at: string, number: string],
): { page: Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, next: last ? cursorOf(...endOf(last)) : null };
}

/** @throws Problem invalid-fields (400) for a text that no page gave out */
export function readCursor(cursor: string | undefined): [string | null, string | null] {
  if (!cursor) return [null, null];
  const [at = '', number = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(at)) || number === '')
    throw new Problem('invalid-fields', 'malformed', { errors: [{ field: 'cursor', code: 'wrong-type' }] });
  return [at, number];
}
