import type { ShownCount } from '@huiying/contracts';

/**
 * A count as it may be shown: below `least` it is not said where a person could be recognised, `{ fewerThan: 5 }`. Zero recognises
 * nobody.
 */
export function shown(count: number, least: number): ShownCount {
  return count > 0 && count < least ? { fewerThan: least } : { count };
}
