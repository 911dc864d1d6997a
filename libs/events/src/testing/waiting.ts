import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the answer is not undefined or false; fails loudly after `ms`. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 120_000, // several services share two cores
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`not within ${ms} ms`);
    await sleep(20);
  }
}
