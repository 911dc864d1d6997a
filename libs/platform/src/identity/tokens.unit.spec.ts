import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { ServiceTokens } from '../services/service-tokens.js';
import { DevIssuer } from './dev-issuer.js';
import { OidcVerifier } from './oidc-verifier.js';

const ISSUER = 'https://id.example.com/realms/heju';
const now = Math.floor(Date.now() / 1000);
const claims = { iss: ISSUER, aud: 'huiying', sub: 'u1', iat: now, exp: now + 600, acr: 'mfa' };

describe('tokens of an OIDC provider (access.md §1)', () => {
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let other: Awaited<ReturnType<typeof generateKeyPair>>;
  let verifier: OidcVerifier;

  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
    other = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256' };
    const answers: Record<string, unknown> = {
      [`${ISSUER}/.well-known/openid-configuration`]: { issuer: ISSUER, jwks_uri: 'https://id.example.com/jwks' },
      'https://id.example.com/jwks': { keys: [jwk] },
    };
    const fetcher = (url: string) =>
      Promise.resolve(new Response(JSON.stringify(answers[url]), { status: answers[url] ? 200 : 404 }));
    verifier = new OidcVerifier({ oidcIssuer: ISSUER, oidcAudience: 'huiying', oidcRequiredAcr: 'mfa' }, fetcher);
  });

  const sign = (payload: JWTPayload, header: Record<string, unknown> = {}, key = keys.privateKey) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);
  const refused = (token: string, code = 'unauthenticated') =>
    expect(verifier.verify(token)).rejects.toMatchObject({ code, status: 401 });

  it('takes a good one and says who it is about', async () => {
    const identity = { issuer: ISSUER, subject: 'u1', issuedAt: now };
    expect(await verifier.verify(await sign(claims))).toEqual({ ...identity, signedInAt: 0 });
    const said = await verifier.verify(await sign({ ...claims, auth_time: now - 90 }));
    expect(said).toEqual({ ...identity, signedInAt: now - 90 });
  });

  it.each<[string, JWTPayload]>([
    ['another audience', { ...claims, aud: 'other' }],
    ['another issuer', { ...claims, iss: 'https://evil.example.com' }],
    ['the development issuer', { ...claims, iss: 'urn:huiying:dev' }],
    ['no subject', { ...claims, sub: undefined }],
    ['without MFA', { ...claims, acr: 'password' }],
    ['an ID token', { ...claims, nonce: 'n' }],
    ['a life of an hour', { ...claims, exp: now + 3600 }],
    ['not valid yet', { ...claims, nbf: now + 300 }],
  ])('refuses %s', async (_what, payload) => refused(await sign(payload)));

  it('tells expiry apart, so that the console can sign in again', async () => {
    await refused(await sign({ ...claims, iat: now - 1200, exp: now - 300 }), 'token-expired');
  });

  it('refuses alg none, a symmetric signature with the public key, another key, and a key that the token brings', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    await refused(`${encode({ alg: 'none' })}.${encode(claims)}.`);
    const jwk = await exportJWK(keys.publicKey);
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    await refused(await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret));
    await refused(await sign(claims, {}, other.privateKey));
    await refused(await sign(claims, { kid: 'k2', jwk: await exportJWK(other.publicKey) }, other.privateKey));
  });

  it('is unavailable, not open, while the provider cannot be reached', async () => {
    const down = new OidcVerifier({ oidcIssuer: ISSUER, oidcAudience: 'huiying', oidcRequiredAcr: '' }, () =>
      Promise.reject(new Error('down')),
    );
    await expect(down.verify(await sign(claims))).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  });
});

describe('the development issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-issuer-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps its key for itself, takes its own tokens for a quarter of an hour, and none of another data directory', async () => {
    const issuer = await DevIssuer.open(join(folder, 'keys', 'dev.json'));
    expect(statSync(join(folder, 'keys', 'dev.json')).mode & 0o777).toBe(0o600);
    const token = await issuer.sign('wy01.desk');
    expect(await issuer.verify(token)).toMatchObject({ issuer: 'urn:huiying:dev', subject: 'wy01.desk' });
    const claimsOf = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      iat: number;
      exp: number;
    };
    expect(claimsOf.exp - claimsOf.iat).toBeLessThanOrEqual(900);
    const then = now - 3600;
    const old = await issuer.sign('wy01.desk', then);
    const renewed = await issuer.renew('wy01.desk', old);
    expect((await issuer.verify(renewed)).signedInAt).toBe(then);
    await expect(issuer.renew('wy01.steward', old)).rejects.toMatchObject({ code: 'unauthenticated' });
    const yesterday = await issuer.sign('wy01.desk', now - 12 * 3600 - 1);
    await expect(issuer.renew('wy01.desk', yesterday)).rejects.toMatchObject({ code: 'token-expired' });
    const again = await DevIssuer.open(join(folder, 'keys', 'dev.json'));
    expect((await again.verify(token)).subject).toBe('wy01.desk');
    const elsewhere = await DevIssuer.open(join(folder, 'other', 'dev.json'));
    expect(existsSync(join(folder, 'other', 'dev.json'))).toBe(true);
    await expect(elsewhere.verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('takes no token between services for one of staff, nor the other way round', async () => {
    const issuer = await DevIssuer.open(join(folder, 'keys', 'dev.json'));
    const services = new ServiceTokens('s'.repeat(32), 'intake');
    await expect(issuer.verify(await services.token())).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await services.verify(await issuer.sign('wy01.desk'))).toBeUndefined();
    expect(await services.verify(await services.token())).toBe('intake');
    expect(await new ServiceTokens('x'.repeat(32), 'intake').verify(await services.token())).toBeUndefined();
  });
});
