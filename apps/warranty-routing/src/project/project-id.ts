import { createHash } from 'node:crypto';

/** The number of a project is made of its name, so that a building can be on file before its project is. */
export function projectIdOf(name: string): string {
  return `P-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
