import { Problem } from '../problem/problem.js';

/** Where a page ended: the moment (as PostgreSQL writes it) and the number of its last row. */
export function cursorOf(at: string, number: string): string {
  return Buffer.from(`${at}|${number}`).toString('base64url');
}

/** @throws Problem invalid-fields (400) for a text that no page gave out */
export function readCursor(cursor: string | undefined): [string | null, string | null] {
  if (!cursor) return [null, null];
  const [at = '', number = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(at)) || number === '')
    throw new Problem('invalid-fields', 'malformed', { errors: [{ field: 'cursor', code: 'wrong-type' }] });
  return [at, number];
}
