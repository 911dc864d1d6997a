import type { MeView, SignInWay } from '@huiying/contracts';
import { useSyncExternalStore } from 'react';
import { ProblemError, request, type Send } from '../../http/request.js';
import { Observed } from '../../parts/observed.js';
import { ProviderRefusal, type Tokens } from './provider.js';
import { type TokenSource, tokenSource } from './token-source.js';

/** One of the sample staff, `GET /api/dev/users` of the embedded shape (architecture.md §7). */
export interface SampleUser {
  login: string;
  name: string;
  /** Id of the unit. */
  unit: string;
  unitName: string;
  groups: string[];
}

interface SessionState {
  user?: MeView;
  /** The server has refused the token: the sign-in dialog lies over the page, whose text stays. */
  expired: boolean;
  /** Something asks for a sign-in that is at most so many seconds old: the dialog asks whether it is still the same person. */
  confirming?: number;
}

const LAST_LOGIN = 'huiying.last-login';
/** Somebody went in this tab: whoever comes next is asked who they are, whomever the provider remembers. */
const LEFT = 'huiying.left';
const IDLE_MS = 30 * 60_000;

/** Who is signed in. The token is in this object's memory and nowhere else (access.md §1); a reload asks again. */
class Session extends Observed<SessionState> {
  private tokens: Tokens | undefined;
  private source: TokenSource | undefined;
  private waiting: (() => void)[] = [];
  private asking: ((confirmed: boolean) => void)[] = [];
  private renewing: Promise<boolean> | undefined;
  private lastActive = Date.now();

  constructor() {
    super({ expired: false });
  }

  /** How people sign in here; asked of the server before the first sign-in. @throws ProblemError, NoAnswer */
  async way(): Promise<SignInWay> {
    const way = await request<SignInWay>('/api/sign-in');
    this.source = tokenSource(way);
    return way;
  }

  /** @param login of the sample staff; a provider asks by itself. @throws ProblemError, NoAnswer, ProviderRefusal */
  async signIn(login = ''): Promise<void> {
    if (!this.source) throw new Error('the way to sign in is asked first');
    const tokens = await this.source.signIn(login, { anew: sessionStorage.getItem(LEFT) !== null });
    const user = await request<MeView>('/api/me', { headers: bearer(tokens) });
    this.tokens = tokens;
    sessionStorage.setItem(LAST_LOGIN, user.login);
    sessionStorage.removeItem(LEFT);
    this.active();
    this.set({ user, expired: false });
    for (const resume of this.waiting.splice(0)) resume();
  }

  signOut(): void {
    this.tokens = undefined;
    sessionStorage.removeItem(LAST_LOGIN);
    sessionStorage.setItem(LEFT, '1');
    this.set({ expired: false });
    location.assign('/');
  }

  /** Login of the last sign-in in this tab, to be offered first. */
  lastLogin(): string | null {
    return sessionStorage.getItem(LAST_LOGIN);
  }

  /** A person did something; idle sessions are not renewed. */
  active(): void {
    this.lastActive = Date.now();
  }

  headers(): Record<string, string> {
    return bearer(this.tokens);
  }

  /** After a 401: a new token while the person is active, else resolves when somebody has signed in again in the dialog. */
  async renewed(refused: Record<string, string>): Promise<void> {
    if (refused['Authorization'] !== this.headers()['Authorization']) return;
    const { user } = this.state;
    if (user && !this.state.expired && Date.now() - this.lastActive < IDLE_MS) {
      this.renewing ??= this.renew(user.login).then(
        () => true,
        () => false,
      );
      const done = await this.renewing;
      this.renewing = undefined;
      if (done) return;
    }
    this.set({ ...this.state, expired: true });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Asks in the dialog whether it is still the same person. @returns false where they did not want to say so */
  askToConfirm(maxAge: number): Promise<boolean> {
    this.set({ ...this.state, confirming: maxAge });
    return new Promise((resolve) => this.asking.push(resolve));
  }

  /** The answer of the dialog: a sign-in anew of whoever is signed in, nobody else's. @throws ProblemError, NoAnswer, ProviderRefusal */
  async confirm(confirmed: boolean): Promise<void> {
    const { user, confirming: maxAge = 0 } = this.state;
    if (confirmed && user && this.source) {
      const tokens = await this.source.signIn(user.login, { maxAge });
      const { login } = await request<MeView>('/api/me', { headers: bearer(tokens) });
      if (login !== user.login) throw new ProviderRefusal('another person');
      this.tokens = tokens;
    }
    this.set({ ...(user ? { user } : {}), expired: this.state.expired });
    for (const answer of this.asking.splice(0)) answer(confirmed);
  }

  private async renew(login: string): Promise<void> {
    if (!this.source || !this.tokens) throw new Error('nobody is signed in');
    this.tokens = await this.source.renew(login, this.tokens);
  }
}

function bearer(tokens: Tokens | undefined): Record<string, string> {
  return tokens ? { Authorization: `Bearer ${tokens.accessToken}` } : {};
}

export const session = new Session();

for (const event of ['pointerdown', 'keydown'] as const) window.addEventListener(event, () => session.active());

/** Whether one of the person's roles allows an action, by the server's access policy. */
export function useMay(): (action: string) => boolean {
  const { user } = useSession();
  return (action) => user?.may.includes(action) ?? false;
}

export const useSession = () => useSyncExternalStore(session.subscribe, session.snapshot);

/**
 * A request as the person who is signed in. An expired sign-in holds it until there is a new one, and one that is too old for what was
 * asked until it is confirmed; then it goes on.
 */
export async function api<T>(path: string, send: Send = {}): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const identity = session.headers();
    try {
      return await request<T>(path, { ...send, headers: { ...send.headers, ...identity } });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401 || attempt > 1) throw error;
      if (error.code !== 'step-up-required') await session.renewed(identity);
      else if (!(await session.askToConfirm(Number(error.body.params?.['maxAge'] ?? 0)))) throw error;
    }
  }
}
