import {
  EMERGENCY_CAUSE_NAMES,
  EMERGENCY_MEASURE_NAMES,
  EMERGENCY_RESULT_NAMES,
  type Name,
  RELEASE_CHANNEL_NAMES,
} from '@huiying/contracts';
import { useWords } from '../../words/staff-words.js';

/** Words for the codes of a response; a code that is not in its list reads as itself. */
export function useEmergencyWords() {
  const { pick } = useWords();
  const named = (names: Partial<Record<string, Name>>) => (code: string) => {
    const name = names[code];
    return name ? pick(name) : code;
  };
  return {
    cause: named(EMERGENCY_CAUSE_NAMES),
    result: named(EMERGENCY_RESULT_NAMES),
    channel: named(RELEASE_CHANNEL_NAMES),
    measure: named(EMERGENCY_MEASURE_NAMES),
  };
}
