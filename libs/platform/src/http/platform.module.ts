import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessDatabase } from '../access/access-database.js';
import { AccessGuard } from '../access/access.guard.js';
import { AccessRegistry } from '../access/access.registry.js';
import { AccessService } from '../access/access.service.js';
import { CaseAccessLoader } from '../access/case-access.loader.js';
import { FactsLoaders } from '../access/fact-loaders.js';
import { Offers } from '../access/offers.js';
import { RelationWriter } from '../access/relation-writer.js';
import { TrackingCodes } from '../access/tracking-codes.js';
import { AuditChainer } from '../audit/audit-chainer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../clock.js';
import { Config } from '../config/config.js';
import { Directory } from '../directory/directory.js';
import { HealthController } from '../health/health.controller.js';
import { Metrics } from '../health/metrics.js';
import { MetricsController } from '../health/metrics.controller.js';
import { Readiness } from '../health/readiness.js';
import { DevIssuer } from '../identity/dev-issuer.js';
import { DevLoginController } from '../identity/dev-login.controller.js';
import { IdentityService } from '../identity/identity.js';
import { MeController } from '../identity/me.controller.js';
import { OidcVerifier } from '../identity/oidc-verifier.js';
import { SignInController } from '../identity/sign-in.controller.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { Logger } from '../log/logger.js';
import { InternalAddress } from '../services/internal-address.js';
import { ServiceClient } from '../services/service-client.js';
import { ServiceTokens } from '../services/service-tokens.js';
import { keyFile, openKeyrings, serviceSecretOf } from '../vault/embedded-keys.js';
import { KeyCheck } from '../vault/key-check.js';
import { Keyring } from '../vault/keyring.js';
import { ReportsVault, Vault } from '../vault/vault.js';
import { VolumeLimits } from './volume-limits.js';

/** Whether the development issuer may exist (access.md §1); `Host` is checked per request. */
function hasDevIssuer(config: Config): boolean {
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  return config.nodeEnv !== 'production' && config.shape === 'embedded' && loopback && config.oidcIssuer === '';
}

/** What every service finds without asking: global, made once per process by `startService`. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, name, clock }: { config: Config; name: string; clock: Clock }): DynamicModule {
    const logger = Logger.open(config, name);
    const keyrings = openKeyrings(config, logger);
    const shared: Provider[] = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Logger, useValue: logger },
      { provide: Keyring, useValue: keyrings.main },
      { provide: Vault, useValue: new Vault(keyrings.main) },
      { provide: ReportsVault, useValue: new ReportsVault(keyrings.reports) },
      { provide: ServiceTokens, useValue: new ServiceTokens(serviceSecretOf(config), name) },
      ...(hasDevIssuer(config)
        ? [
            { provide: DevIssuer, useFactory: () => DevIssuer.open(keyFile(config, 'dev-issuer.json')) },
            { provide: TokenVerifier, useExisting: DevIssuer },
          ]
        : [{ provide: TokenVerifier, useValue: new OidcVerifier(config) }]),
      Readiness,
      Metrics,
      AccessDatabase,
      Directory,
      RelationWriter,
      CaseAccessLoader,
      AccessService,
      FactsLoaders,
      TrackingCodes,
      Audit,
      IdentityService,
      InternalAddress,
      ServiceClient,
      VolumeLimits,
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [
        HealthController,
        MetricsController,
        MeController,
        SignInController,
        ...(hasDevIssuer(config) ? [DevLoginController] : []),
      ],
      providers: [
        ...shared,
        AccessGuard,
        AccessRegistry,
        Offers,
        AuditChainer,
        {
          provide: KeyCheck,
          inject: [AccessDatabase],
          useFactory: (database: AccessDatabase) =>
            new KeyCheck(database, [keyrings.main, keyrings.reports], config.keysAcceptLost, logger),
        },
      ],
      exports: shared.map((provider) => (typeof provider === 'function' ? provider : provider.provide)),
    };
  }
}
