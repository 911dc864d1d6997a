import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Config } from '../config/config.js';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What production refuses (access.md §9): codes, all at once. Empty outside production. */
export function productionFaults(config: Config): string[] {
  if (config.nodeEnv !== 'production') return [];
  return [...signIn(config), ...places(config), ...keys(config), ...outside(config)];
}

function signIn(config: Config): string[] {
  return named({
    'dev-issuer': config.shape === 'embedded' || !config.oidcIssuer.startsWith('https:'),
    'no-acr': config.oidcRequiredAcr === '' && config.oidcAcrWaiver === '',
    'public-url': !config.publicUrl.startsWith('https:'),
    'clock-controlled': config.clock === 'controlled',
    'sample-data': config.sampleData,
    'limits-relaxed': config.limits === 'relaxed',
    'service-secret': config.serviceSecret === '',
  });
}

function places(config: Config): string[] {
  const url = new URL(config.databaseUrl);
  const open = !LOOPBACK.includes(config.gatewayHost) || !LOOPBACK.includes(config.monitoringHost);
  return named({
    'engine-open': open && !(config.engineTls && config.engineAuth === 'oidc'),
    // huiying_<service> alone: an administrator or a shared role sees what is not its own.
    'db-role': !url.username.startsWith('huiying_') || url.username === 'huiying_migrate',
    'db-tls': !LOOPBACK.includes(url.hostname) && url.searchParams.get('sslmode') !== 'verify-full',
    'kafka-plain': config.kafkaBrokers.length > 0 && config.kafkaSecurity === 'plaintext',
  });
}

function keys(config: Config): string[] {
  if (config.keyringFile === '') return ['keyring-generated'];
  const inData = !relative(resolve(config.dataDir), resolve(config.keyringFile)).startsWith('..');
  const mode = modeOf(config.keyringFile);
  if (mode === undefined) return ['key-missing'];
  return named({ 'keyring-in-data': inData, 'keyring-mode': (mode & 0o077) !== 0 });
}

function outside(config: Config): string[] {
  return named({
    scanner: config.fileScanner === 'none' && config.fileScannerWaiver === '',
    'smtp-tls': config.smtpUrl !== '' && !config.smtpUrl.startsWith('smtps:'),
  });
}

function modeOf(file: string): number | undefined {
  try {
    return statSync(file).mode;
  } catch {
    return undefined;
  }
}

function named(faults: Record<string, boolean>): string[] {
  return Object.entries(faults).flatMap(([name, isFault]) => (isFault ? [name] : []));
}
