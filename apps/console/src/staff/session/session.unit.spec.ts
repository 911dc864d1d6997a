import { ProviderRefusal, type Tokens } from './provider.js';
import type { TokenSource } from './token-source.js';

const source = {
  signIn: jest.fn<Promise<Tokens>, Parameters<TokenSource['signIn']>>(),
  renew: jest.fn<Promise<Tokens>, Parameters<TokenSource['renew']>>(),
};
jest.mock('./token-source.js', () => ({ tokenSource: () => source }));

const tokens = (accessToken: string): Tokens => ({ accessToken, refreshToken: `r-${accessToken}` });
const kept = new Map<string, string>();
/** Who each token is about, and which of them are recent enough for what needs a recent sign-in. */
const people: Record<string, string> = { t1: 'li', t2: 'li', t3: 'wang', t4: 'li' };
const recent = new Set(['t2', 't3']);

function answer(url: string, token: string): Response {
  if (url === '/api/sign-in') return Response.json({ issuer: 'https://id.example.com', clientId: 'c', acr: null });
  if (url === '/api/me') return Response.json({ login: people[token], may: [] });
  if (token === 't1' && url === '/api/expired') return Response.json({ type: 'token-expired' }, { status: 401 });
  if (url === '/api/sealed' && !recent.has(token))
    return Response.json({ type: 'step-up-required', params: { maxAge: 300 } }, { status: 401 });
  return Response.json({ said: url, token });
}

describe('the session', () => {
  beforeAll(() => {
    Object.assign(globalThis, {
      document: { documentElement: { lang: 'zh-CN' } },
      window: { addEventListener: jest.fn() },
      location: { assign: jest.fn() },
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
    jest.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
      const { Authorization = '' } = init?.headers as Record<string, string>;
      return Promise.resolve(answer(url as string, Authorization.slice('Bearer '.length)));
    });
  });

  const signedIn = async () => {
    const { session, api } = await import('./session.js');
    await session.way();
    source.signIn.mockResolvedValueOnce(tokens('t1'));
    await session.signIn();
    return { session, api };
  };
  const asked = async (session: Awaited<ReturnType<typeof signedIn>>['session']) => {
    while (session.snapshot().confirming === undefined) await new Promise((resolve) => setTimeout(resolve));
    return session.snapshot().confirming;
  };

  it('step-up: what needs a recent sign-in waits for one that the provider asks for anew, then goes on', async () => {
    const { session, api } = await signedIn();
    const waiting = api<{ token: string }>('/api/sealed');
    expect(await asked(session)).toBe(300);
    source.signIn.mockResolvedValueOnce(tokens('t2'));
    await session.confirm(true);
    expect(source.signIn).toHaveBeenLastCalledWith('li', { maxAge: 300 });
    expect(await waiting).toMatchObject({ token: 't2' });
    expect(session.snapshot()).toMatchObject({ user: { login: 'li' }, expired: false });
    expect(session.snapshot().confirming).toBeUndefined();
  });

  it('step-up: somebody else’s sign-in confirms nothing and leaves the session as it was', async () => {
    const { session, api } = await signedIn();
    const waiting = api('/api/sealed').catch((error: unknown) => error);
    await asked(session);
    source.signIn.mockResolvedValueOnce(tokens('t3'));
    await expect(session.confirm(true)).rejects.toThrow(ProviderRefusal);
    expect(session.headers()).toEqual({ Authorization: 'Bearer t1' });
    expect(session.snapshot().confirming).toBe(300);
    await session.confirm(false);
    expect(await waiting).toMatchObject({ status: 401 });
  });

  it('goes on by itself with the tokens that it has while somebody is there', async () => {
    const { api } = await signedIn();
    source.renew.mockResolvedValueOnce(tokens('t4'));
    expect(await api('/api/expired')).toMatchObject({ token: 't4' });
    expect(source.renew).toHaveBeenLastCalledWith('li', tokens('t1'));
  });

  it('after 退出 the next sign-in asks who it is, whomever the provider remembers', async () => {
    const { session } = await signedIn();
    expect(source.signIn).toHaveBeenLastCalledWith('', { anew: false });
    session.signOut();
    source.signIn.mockResolvedValueOnce(tokens('t1'));
    await session.signIn();
    expect(source.signIn).toHaveBeenLastCalledWith('', { anew: true });
    expect(kept.get('huiying.last-login')).toBe('li');
    expect([...kept.values()].join()).not.toContain('t1');
  });
});
