import { Problem } from '@huiying/platform';
import { isUUID } from 'class-validator';

/** Where a page ended: the sort value and the id of its last row. */
export interface TaskCursor {
  sort: string;
  id: string;
}

const SORT = /^\d{0,24}$/;

export function cursorOf({ sort, id }: TaskCursor): string {
  return Buffer.from(`${sort} ${id}`).toString('base64url');
}

/** @throws Problem invalid-fields (400) for a text that no page gave out */
export function readCursor(text: string): TaskCursor {
  const [sort = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  if (!SORT.test(sort) || !isUUID(id))
    throw new Problem('invalid-fields', 'malformed', { errors: [{ field: 'cursor', code: 'wrong-type' }] });
  return { sort, id };
}
