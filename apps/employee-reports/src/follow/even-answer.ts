import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@huiying/platform';

/** No answer comes earlier, whatever was found (access.md §5 "side channels"), in ms of the machine. */
const NOT_BEFORE_MS = 300;
/** A refusal weighs this, an answer this or a multiple, in bytes of UTF-8. */
const REFUSAL_BYTES = 4 * 1024;
const ANSWER_BYTES = 32 * 1024;

/** The rest of an answer up to its size. */
interface Padded {
  padding: string;
}

/** Runs `work`, and lets its answer go neither earlier nor smaller than any other. @throws the same 404 whatever was wrong */
export async function evenly<T extends object>(work: () => Promise<T | undefined>): Promise<T & Padded> {
  const [done] = await Promise.allSettled([work(), sleep(NOT_BEFORE_MS)]);
  if (done.status === 'rejected') throw done.reason;
  if (done.value === undefined) throw evenRefusal();
  return padded(done.value, ANSWER_BYTES);
}

/** Wrong number, wrong receipt, closed: one answer. */
function evenRefusal(): Problem {
  return new Problem('not-found', 'missing', { params: { ...padded({}, REFUSAL_BYTES) } });
}

function padded<T extends object>(value: T, step: number): T & Padded {
  const bytes = Buffer.byteLength(JSON.stringify({ ...value, padding: '' }));
  return { ...value, padding: ' '.repeat((step - (bytes % step)) % step) };
}
