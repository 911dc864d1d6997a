import { parseZone } from './calendar.js';
import type { Zone } from './calendar.js';

let zone: Zone | undefined;

/** The zone of the machine (TZ), in which now() and today() are, as in a Java engine. */
export function systemZone(): Zone {
  if (!zone) {
    const name = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    zone = (name === 'UTC' || name === 'Etc/UTC' ? undefined : parseZone(name)) ?? { id: undefined, offset: 0 };
  }
  return zone;
}
