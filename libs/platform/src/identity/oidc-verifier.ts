import { createRemoteJWKSet, customFetch, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { machineTime } from '../clock.js';
import type { Config } from '../config/config.js';
import { Problem } from '../problem/problem.js';
import { refusalOf } from './token-refusal.js';
import { type Identity, TokenVerifier } from './token-verifier.js';

/** Longest life of an access token that is taken, in seconds; skew included. */
const LONGEST_LIFE = 15 * 60 + 60;

type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/**
 * Access tokens of an OIDC provider (access.md §1): RS256 or ES256 by the provider's JWKS (keys in the token are ignored by jose),
 * issuer, audience, times with a skew of 60 s, the demanded `acr`. ID tokens are refused.
 */
export class OidcVerifier extends TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly config: Pick<Config, 'oidcIssuer' | 'oidcAudience' | 'oidcRequiredAcr'>,
    private readonly fetcher: Fetch = fetch,
  ) {
    super();
  }

  async verify(token: string): Promise<Identity> {
    const payload = await this.payloadOf(token);
    if (isIdToken(payload)) throw new Problem('unauthenticated', 'unauthenticated');
    const { oidcRequiredAcr: acr } = this.config;
    if (acr && payload['acr'] !== acr) throw new Problem('unauthenticated', 'unauthenticated');
    const issuedAt = payload.iat ?? 0;
    if ((payload.exp ?? Infinity) - issuedAt > LONGEST_LIFE) throw new Problem('unauthenticated', 'unauthenticated');
    const signedInAt = typeof payload['auth_time'] === 'number' ? payload['auth_time'] : 0;
    return { issuer: this.config.oidcIssuer, subject: payload.sub ?? '', issuedAt, signedInAt };
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    const keys = await this.providerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.config.oidcIssuer,
        audience: this.config.oidcAudience,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance: 60,
        currentDate: new Date(machineTime()),
      });
      return payload;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private providerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = undefined;
      throw new Problem('unavailable', 'unavailable', { cause: error });
    });
    return this.keys;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const issuer = this.config.oidcIssuer;
    const response = await this.fetcher(`${issuer}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    const { issuer: named, jwks_uri: uri } = (await response.json()) as { issuer?: string; jwks_uri?: string };
    if (named?.replace(/\/$/, '') !== issuer || !uri) throw new Error('discovery names another issuer or no keys');
    return createRemoteJWKSet(new URL(uri), { [customFetch]: this.fetcher });
  }
}

/** An ID token is about a sign-in, not a permission to call; it carries nonce or at_hash, or says so by its use. */
function isIdToken(payload: JWTPayload): boolean {
  return 'nonce' in payload || 'at_hash' in payload || payload['token_use'] === 'id' || payload['typ'] === 'ID';
}
