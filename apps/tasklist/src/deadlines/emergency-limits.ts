import type { Deadline } from './deadline.js';

/** The emergency team stands within the hour (R08.8). */
export const TEAM_LIMIT = 'R08.8#team';

/** Limits of an emergency, and of the superiors who are asked about them: their numbers are the case's, their end is not. */
export function isOfEmergency({ limitId, subjectNo }: Pick<Deadline, 'limitId' | 'subjectNo'>): boolean {
  return limitId === TEAM_LIMIT || subjectNo.includes(`:${TEAM_LIMIT}:`);
}
