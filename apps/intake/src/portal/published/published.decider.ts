import type { PublicCount, PublishedResult } from '@huiying/contracts';

/** A closed case as it lies in the file: codes and days alone. */
export interface ClosedCase {
  month: string;
  project: string | null;
  kind: string;
  justified: string | null;
  measureTypes: string[];
  receivedOn: string;
  toldOn: string | null;
  onTime: boolean;
  score: number | null;
}

const PERIOD = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

export const isPeriod = (text: string): boolean => PERIOD.test(text);

/** Pure: a number, or 「少于 5」 where it is not shown (R03.4). */
export function publicCount(count: number, isShown: boolean, smallest: number): PublicCount {
  return isShown
    ? { count, text: { zh: `${count}`, en: `${count}` } }
    : { count: null, text: { zh: `少于 ${smallest}`, en: `fewer than ${smallest}` } };
}

/** 1–2 不满意, 3 基本满意, 4–5 满意. */
export function ratingWord(score: number | null): PublishedResult['rating'] {
  if (score === null) return null;
  if (score >= 4) return 'satisfied';
  return score === 3 ? 'fair' : 'dissatisfied';
}

/** Pure: what the public reads of a closed case; a project that may not be named is left out (R03.4). */
export function published(
  closed: ClosedCase,
  named: ReadonlySet<string>,
  workingDays: (from: string, to: string) => number,
): PublishedResult {
  const { month, project, kind, justified, measureTypes, receivedOn, toldOn, onTime, score } = closed;
  return {
    month,
    project: project !== null && named.has(project) ? project : null,
    kind,
    justified,
    measures: [...new Set(measureTypes)],
    workingDays: toldOn === null ? null : workingDays(receivedOn, toldOn),
    onTime,
    rating: ratingWord(score),
  };
}
