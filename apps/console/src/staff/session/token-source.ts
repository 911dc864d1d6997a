import type { SignInWay } from '@huiying/contracts';
import { request } from '../../http/request.js';
import { Provider, ProviderRefusal, type Tokens, type VisitDemand } from './provider.js';
import { RETURN_PATH, visitProvider } from './provider-window.js';

/** Where the bearer token of the API comes from: the sample staff of the embedded shape, or an OIDC provider (access.md §1). */
export interface TokenSource {
  /** A new sign-in; `login` only where people are chosen from the sample staff. */
  signIn(login: string, demand: VisitDemand): Promise<Tokens>;
  /** The next tokens of a sign-in that goes on, without a word to the person. */
  renew(login: string, tokens: Tokens): Promise<Tokens>;
}

const sampleStaff: TokenSource = {
  signIn: (user) => devToken({ user }),
  renew: (user, { accessToken }) => devToken({ user, renews: accessToken }),
};

async function devToken(json: { user: string; renews?: string }): Promise<Tokens> {
  const { token } = await request<{ token: string }>('/api/dev/login', { method: 'POST', json });
  return { accessToken: token };
}

function providerSource(provider: Provider): TokenSource {
  return {
    async signIn(_login, demand) {
      const { visit, answer } = await visitProvider(provider.visit(demand));
      return provider.tokens(visit, answer);
    },
    renew: (_login, { refreshToken }) =>
      refreshToken === undefined
        ? Promise.reject(new ProviderRefusal('nothing to renew by'))
        : provider.renewed(refreshToken),
  };
}

export function tokenSource(way: SignInWay): TokenSource {
  const { issuer } = way;
  if (issuer === null) return sampleStaff;
  return providerSource(new Provider({ ...way, issuer }, `${location.origin}${RETURN_PATH}`));
}
