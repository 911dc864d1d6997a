/** A page that anybody might have open; it takes this one's place in the history. */
const NEUTRAL = 'https://www.weather.com.cn/';
const PRESSES = 3;
const WITHIN_MS = 2_000;

export function leave(): void {
  document.body.replaceChildren();
  location.replace(NEUTRAL);
}

/** Esc three times. */
export function listenForExit(): void {
  let presses: number[] = [];
  addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return;
    presses = [...presses.filter((at) => timeStamp - at < WITHIN_MS), timeStamp];
    if (presses.length >= PRESSES) leave();
  });
  // Coming back by the browser's button shows an empty page, not what was typed.
  addEventListener('pagehide', () => document.body.replaceChildren());
}
