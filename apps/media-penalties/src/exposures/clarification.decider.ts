import { MEDIA_LEVELS, type MediaLevel } from '@huiying/contracts';
import type { Day } from '@huiying/working-time';

/** The report, and what the store had printed against it. */
export interface Clarification {
  outlet: string;
  level: MediaLevel | null;
  clarifiedOutlet: string | null;
  clarifiedLevel: MediaLevel | null;
  clarifiedOn: Day | null;
  /** Last day of R11.4. */
  clarifyBy: Day;
}

/** Pure: in the same outlet, or in one of the same or a higher level (R11.4); null where a level is not known. */
export function isSameLevel({ outlet, level, clarifiedOutlet, clarifiedLevel }: Clarification): boolean | null {
  if (!clarifiedOutlet) return null;
  if (clarifiedOutlet.trim() === outlet.trim()) return true;
  if (level === null || clarifiedLevel === null) return null;
  return MEDIA_LEVELS.indexOf(clarifiedLevel) <= MEDIA_LEVELS.indexOf(level);
}

/** Pure: printed on the fifth day at the latest, the day of publication not counted (R11.4). */
export function isInTime({ clarifiedOn, clarifyBy }: Clarification): boolean | null {
  return clarifiedOn === null ? null : clarifiedOn <= clarifyBy;
}
