import { Problem } from './problem.js';
import type { TextParams } from './texts.js';

/** The row that was looked for. @throws Problem of `code` (missing) where there is none */
export function found<T>(row: T | null | undefined, code = 'not-found', params: TextParams = {}): T {
  if (row === null || row === undefined) throw new Problem(code, 'missing', { params });
  return row;
}
