import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { machineTime } from '../clock.js';
import { Problem } from '../problem/problem.js';
import { type Identity, TokenVerifier } from './token-verifier.js';
import { refusalOf } from './token-refusal.js';

const ISSUER = 'urn:huiying:dev';
const AUDIENCE = 'huiying';
const LIFE_SECONDS = 15 * 60;
/** So long a sign-in can be renewed (access.md §1: 12 h from `auth_time`). */
const LONGEST_SECONDS = 12 * 3600;

/**
 * Signs in the sample staff by login, without a password. Exists only in the embedded shape outside production (access.md §1); a
 * production verifier takes https issuers alone, so its tokens are worth nothing there.
 */
export class DevIssuer extends TokenVerifier {
  private constructor(
    private readonly privateKey: Awaited<ReturnType<typeof importJWK>>,
    private readonly publicKey: Awaited<ReturnType<typeof importJWK>>,
  ) {
    super();
  }

  /** The key belongs to the data directory: tokens of another one are refused. */
  static async open(keyFile: string): Promise<DevIssuer> {
    const jwk = existsSync(keyFile) ? (JSON.parse(readFileSync(keyFile, 'utf8')) as JWK) : await makeKey(keyFile);
    const { kty, crv, x, y } = jwk;
    return new DevIssuer(await importJWK(jwk, 'ES256'), await importJWK({ kty, crv, x, y }, 'ES256'));
  }

  /** A token of a fresh sign-in, or of one at `signedInAt` (epoch seconds) that is renewed. */
  async sign(login: string, signedInAt = Math.floor(machineTime() / 1000)): Promise<string> {
    const now = Math.floor(machineTime() / 1000);
    return new SignJWT({ auth_time: signedInAt })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(login)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + LIFE_SECONDS)
      .sign(this.privateKey);
  }

  async verify(token: string): Promise<Identity> {
    const { sub = '', iat = 0, auth_time: signedInAt } = await this.payloadOf(token, 60);
    return { issuer: ISSUER, subject: sub, issuedAt: iat, signedInAt: Number(signedInAt ?? 0) };
  }

  /**
   * The next token of a sign-in, without a new one: it stays as old as it is, so that what needs a recent one asks for it.
   * @throws Problem token-expired after 12 hours, unauthenticated for a token of somebody else
   */
  async renew(login: string, token: string): Promise<string> {
    const { sub, auth_time: signedInAt } = await this.payloadOf(token, LONGEST_SECONDS);
    const age = machineTime() / 1000 - Number(signedInAt ?? 0);
    if (sub !== login) throw new Problem('unauthenticated', 'unauthenticated');
    if (age > LONGEST_SECONDS) throw new Problem('token-expired', 'unauthenticated');
    return this.sign(login, Number(signedInAt));
  }

  private async payloadOf(token: string, clockTolerance: number): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['ES256'],
        typ: 'at+jwt',
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance,
        currentDate: new Date(machineTime()),
      });
      return payload;
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

async function makeKey(keyFile: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(keyFile, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
    return jwk;
  } catch (error) {
    // Another process of this data directory was faster: its key counts.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
    throw error;
  }
}
