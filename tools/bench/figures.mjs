/** Median and 99th of a list of milliseconds. */
export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return `p50 ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms`;
}

/** Runs `work` for 0…count-1, so many at once, and answers the milliseconds of each. */
export async function timed(count, atOnce, work) {
  const times = [];
  let next = 0;
  const runner = async () => {
    while (next < count) {
      const n = next++;
      const begun = performance.now();
      await work(n);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return times;
}
