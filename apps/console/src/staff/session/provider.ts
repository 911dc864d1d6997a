import type { SignInWay } from '@huiying/contracts';

/** The provider did not sign anybody in; what it says is for its operators, the page has its own sentence. */
export class ProviderRefusal extends Error {}

/** One visit to the provider: the address to open, and what its answer is held against. */
export interface Visit {
  url: string;
  state: string;
  nonce: string;
  verifier: string;
}

/** What the provider sends back to `/sign-in` (RFC 6749, RFC 9207). */
export interface VisitAnswer {
  state: string;
  code?: string;
  error?: string;
  iss?: string;
}

/** `maxAge` in seconds: the person has to say anew who they are, however lately they did (RFC 9470); `anew`: the same after 退出. */
export interface VisitDemand {
  maxAge?: number;
  anew?: boolean;
}

export interface Tokens {
  accessToken: string;
  /** Absent where the provider gives none: then the person signs in again. */
  refreshToken?: string;
}

interface Endpoints {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Sign-in by an OIDC provider: code flow with PKCE S256, state and nonce (access.md §1, RFC 9700). Nothing is stored in the browser. */
export class Provider {
  private known: Promise<Endpoints> | undefined;

  constructor(
    private readonly way: SignInWay & { issuer: string },
    private readonly redirectUri: string,
    private readonly fetcher: Fetch = (url, init) => fetch(url, init),
  ) {}

  async visit({ maxAge, anew }: VisitDemand = {}): Promise<Visit> {
    const { authorization_endpoint: address } = await this.endpoints();
    const [state, nonce, verifier] = [random(), random(), random()];
    const url = new URL(address);
    const asked = {
      response_type: 'code',
      scope: 'openid',
      client_id: this.way.clientId,
      redirect_uri: this.redirectUri,
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
      ...(this.way.acr ? { acr_values: this.way.acr } : {}),
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
      ...(maxAge === undefined && !anew ? {} : { prompt: 'login' }),
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    return { url: url.href, state, nonce, verifier };
  }

  /** @throws ProviderRefusal where the answer belongs to another visit or provider, or nobody was signed in */
  async tokens(visit: Visit, { state, code, error, iss }: VisitAnswer): Promise<Tokens> {
    const { issuer } = await this.endpoints();
    if (state !== visit.state || (iss !== undefined && iss !== issuer)) throw new ProviderRefusal('another visit');
    if (error !== undefined || code === undefined) throw new ProviderRefusal(error ?? 'no code');
    const { verifier, nonce } = visit;
    const grant = { grant_type: 'authorization_code', code, redirect_uri: this.redirectUri, code_verifier: verifier };
    const { idToken, ...tokens } = await this.grant(grant);
    if (nonceOf(idToken) !== nonce) throw new ProviderRefusal('another nonce');
    return tokens;
  }

  /** The next tokens of a sign-in that goes on: it stays as old as it is. @throws ProviderRefusal */
  async renewed(refreshToken: string): Promise<Tokens> {
    const given = await this.grant({ grant_type: 'refresh_token', refresh_token: refreshToken });
    return { accessToken: given.accessToken, refreshToken: given.refreshToken ?? refreshToken };
  }

  private async grant(form: Record<string, string>): Promise<Tokens & { idToken?: string }> {
    const { token_endpoint: address } = await this.endpoints();
    const body = new URLSearchParams({ ...form, client_id: this.way.clientId });
    const given = await this.json<{ access_token?: string; refresh_token?: string; id_token?: string }>(address, {
      method: 'POST',
      body,
    });
    if (!given.access_token) throw new ProviderRefusal('no token');
    return {
      accessToken: given.access_token,
      ...(given.refresh_token ? { refreshToken: given.refresh_token } : {}),
      ...(given.id_token ? { idToken: given.id_token } : {}),
    };
  }

  private endpoints(): Promise<Endpoints> {
    this.known ??= this.json<Endpoints>(`${this.way.issuer}/.well-known/openid-configuration`).catch(
      (error: unknown) => {
        this.known = undefined;
        throw error;
      },
    );
    return this.known;
  }

  private async json<T>(url: string, init?: RequestInit): Promise<T> {
    const response = await this.fetcher(url, { ...init, credentials: 'omit', cache: 'no-store' }).catch(
      () => undefined,
    );
    if (!response?.ok) throw new ProviderRefusal(`no answer of ${new URL(url).origin}`);
    return (await response.json()) as T;
  }
}

/** 256 random bits; also a PKCE verifier. */
function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** Of an ID token that came straight from the provider; only the API judges who somebody is, by the access token. */
function nonceOf(idToken: string | undefined): unknown {
  const payload = idToken?.split('.')[1];
  if (!payload) return undefined;
  try {
    return (JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { nonce?: unknown }).nonce;
  } catch {
    return undefined;
  }
}
