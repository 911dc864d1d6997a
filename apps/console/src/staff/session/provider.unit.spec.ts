import { createHash } from 'node:crypto';
import { Provider, ProviderRefusal } from './provider.js';

const ISSUER = 'https://id.example.com/realms/heju';
const way = { issuer: ISSUER, clientId: 'huiying-console', acr: 'mfa' };
const HERE = 'https://huiying.example.com/sign-in';
const idToken = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;

describe('signing in by an OIDC provider (access.md §1)', () => {
  let asked: URLSearchParams[];
  let given: Record<string, unknown>;
  let provider: Provider;

  beforeEach(() => {
    asked = [];
    given = {};
    provider = new Provider(way, HERE, (url, init) => {
      const discovery = {
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/auth?kc=1`,
        token_endpoint: `${ISSUER}/token`,
      };
      if (url === `${ISSUER}/.well-known/openid-configuration`) return Promise.resolve(Response.json(discovery));
      if (url !== `${ISSUER}/token`) return Promise.resolve(new Response('', { status: 404 }));
      asked.push(init?.body as URLSearchParams);
      return Promise.resolve('error' in given ? Response.json(given, { status: 400 }) : Response.json(given));
    });
  });

  const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

  it('asks for a code, with PKCE S256, state and nonce, at the address that discovery names; nobody is asked anew', async () => {
    const { url, state, nonce, verifier } = await provider.visit();
    expect(url.startsWith(`${ISSUER}/auth?`)).toBe(true);
    expect(queryOf(url)).toEqual({
      ...{ kc: '1', response_type: 'code', scope: 'openid', client_id: 'huiying-console', redirect_uri: HERE },
      ...{ acr_values: 'mfa', code_challenge_method: 'S256', state, nonce },
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    expect(new Set([state, nonce, verifier]).size).toBe(3);
    expect((await provider.visit()).state).not.toBe(state);
  });

  it('step-up: the provider asks the person anew, however lately they signed in (RFC 9470)', async () => {
    expect(queryOf((await provider.visit({ maxAge: 300 })).url)).toMatchObject({ prompt: 'login', max_age: '300' });
    const { max_age: none, prompt } = queryOf((await provider.visit({ anew: true })).url);
    expect([none, prompt]).toEqual([undefined, 'login']);
  });

  it('exchanges the code of its own visit, once, for tokens', async () => {
    const visit = await provider.visit();
    given = { access_token: 'a1', refresh_token: 'r1', id_token: idToken({ nonce: visit.nonce }) };
    const tokens = await provider.tokens(visit, { state: visit.state, code: 'c1', iss: ISSUER });
    expect(tokens).toEqual({ accessToken: 'a1', refreshToken: 'r1' });
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      ...{ grant_type: 'authorization_code', code: 'c1', redirect_uri: HERE, client_id: 'huiying-console' },
      code_verifier: visit.verifier,
    });
  });

  it.each([
    ['of another visit', { state: 'other', code: 'c1' }],
    ['of another provider', { code: 'c1', iss: 'https://evil.example.com' }],
    ['that refuses', { error: 'access_denied' }],
    ['without a code', {}],
  ])('takes no answer %s, and asks for no token', async (_what, answer) => {
    const visit = await provider.visit();
    await expect(provider.tokens(visit, { state: visit.state, ...answer })).rejects.toThrow(ProviderRefusal);
    expect(asked).toEqual([]);
  });

  it('takes no tokens of another visit, and none where the provider refuses', async () => {
    const visit = await provider.visit();
    const answer = { state: visit.state, code: 'c1' };
    given = { access_token: 'a1', id_token: idToken({ nonce: 'other' }) };
    await expect(provider.tokens(visit, answer)).rejects.toThrow(ProviderRefusal);
    given = { access_token: 'a1' };
    await expect(provider.tokens(visit, answer)).rejects.toThrow(ProviderRefusal);
    given = { error: 'invalid_grant' };
    await expect(provider.tokens(visit, answer)).rejects.toThrow(ProviderRefusal);
  });

  it('goes on with a sign-in by its refresh token, rotated or not', async () => {
    given = { access_token: 'a2', refresh_token: 'r2' };
    expect(await provider.renewed('r1')).toEqual({ accessToken: 'a2', refreshToken: 'r2' });
    given = { access_token: 'a3' };
    expect(await provider.renewed('r2')).toEqual({ accessToken: 'a3', refreshToken: 'r2' });
    expect(asked.map((form) => form.get('refresh_token'))).toEqual(['r1', 'r2']);
  });

  it('asks again after a provider that did not answer', async () => {
    let answers = 0;
    const late = new Provider(way, HERE, () =>
      ++answers === 1
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve(
            Response.json({ issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: '' }),
          ),
    );
    await expect(late.visit()).rejects.toThrow(ProviderRefusal);
    expect((await late.visit()).url).toContain(`${ISSUER}/auth?`);
  });
});
