import { type Visit, type VisitAnswer, ProviderRefusal } from './provider.js';

/** Where the provider sends the person back to, in a window of its own. */
export const RETURN_PATH = '/sign-in';
const CHANNEL = 'huiying.sign-in';

/**
 * Opens the provider in a window of its own, so that the page and what was typed on it stay. Call it in the click itself, or the browser
 * keeps the window back. A window that the person closed cannot be seen (COOP): they press again, and the answer of a visit is its own.
 * @throws ProviderRefusal where the browser opens no window
 */
export async function visitProvider(coming: Promise<Visit>): Promise<{ visit: Visit; answer: VisitAnswer }> {
  const opened = window.open('', '_blank', 'popup,width=520,height=720');
  if (!opened) throw new ProviderRefusal('no window');
  const visit = await coming.catch((error: unknown) => {
    opened.close();
    throw error;
  });
  const answer = answerTo(visit);
  opened.location.replace(visit.url);
  return { visit, answer: await answer };
}

function answerTo({ state }: Visit): Promise<VisitAnswer> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<VisitAnswer>) => {
      if (data.state !== state) return;
      channel.close();
      resolve(data);
    };
  });
}

/** In the window that came back: hands the answer to the page that waits for it, and goes. @returns false on any other page */
export function handBack({ pathname, search }: { pathname: string; search: string }): boolean {
  const said = new URLSearchParams(search);
  const state = said.get('state');
  if (pathname !== RETURN_PATH || state === null) return false;
  const answer: VisitAnswer = { state };
  for (const name of ['code', 'error', 'iss'] as const) {
    const value = said.get(name);
    if (value !== null) answer[name] = value;
  }
  // The code is worth nothing without the verifier that the waiting page holds; it still leaves the address bar.
  history.replaceState(null, '', RETURN_PATH);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(answer);
  channel.close();
  window.close();
  return true;
}
