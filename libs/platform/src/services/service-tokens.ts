import { SignJWT, jwtVerify } from 'jose';
import { machineTime } from '../clock.js';

const ISSUER = 'urn:huiying:services';
const AUDIENCE = 'huiying-internal';
const LIFE_SECONDS = 300;

/** Tokens between services of ours: five minutes on the machine's clock, for the internal port alone (access.md §1). */
export class ServiceTokens {
  private readonly key: Uint8Array;
  private kept: { token: string; until: number } | undefined;

  constructor(
    secret: string,
    private readonly service: string,
  ) {
    this.key = new TextEncoder().encode(secret);
  }

  async token(): Promise<string> {
    const now = Math.floor(machineTime() / 1000);
    if (this.kept && this.kept.until > now) return this.kept.token;
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256', typ: 'service+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(this.service)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFE_SECONDS)
      .sign(this.key);
    this.kept = { token, until: now + LIFE_SECONDS / 2 };
    return token;
  }

  /** Name of the service, or undefined when the token is not one of ours. */
  async verify(token: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['HS256'],
        typ: 'service+jwt',
        currentDate: new Date(machineTime()),
      });
      return payload.sub;
    } catch {
      return undefined;
    }
  }
}
