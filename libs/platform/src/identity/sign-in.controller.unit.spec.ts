import { Config } from '../config/config.js';
import { SignInController } from './sign-in.controller.js';

const way = (config: Partial<Config>) => new SignInController(config as Config).read();

it('the console learns where people sign in: at the provider that is configured, else as one of the sample staff', () => {
  const oidcClientId = 'huiying-console';
  expect(way({ oidcIssuer: 'https://id.example.com', oidcClientId, oidcRequiredAcr: 'mfa' })).toEqual({
    ...{ issuer: 'https://id.example.com', clientId: oidcClientId, acr: 'mfa' },
  });
  expect(way({ oidcIssuer: '', oidcClientId, oidcRequiredAcr: '' })).toEqual({
    ...{ issuer: null, clientId: oidcClientId, acr: null },
  });
});
