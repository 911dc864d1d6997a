import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import { Keyring, makeKeyring, readKeyring } from './keyring.js';

/** The two keyrings of a process: everything, and employee reports by themselves (access.md §4, §5). */
export interface Keyrings {
  main: Keyring;
  reports: Keyring;
}

/** Reads the keyrings; the embedded shape makes its own once and says so. */
export function openKeyrings(config: Config, logger: Logger): Keyrings {
  const main = config.keyringFile || keyFile(config, 'keyring.json');
  const reports = config.reportsKeyringFile || keyFile(config, 'keyring-reports.json');
  if (config.shape === 'embedded') {
    if (!config.keyringFile) announce(makeKeyring(main, ['main', 'code', 'blind.main']), main, logger);
    if (!config.reportsKeyringFile) announce(makeKeyring(reports, ['reports', 'blind.reports']), reports, logger);
  }
  // Outside the embedded shape only employee-reports and intake are given the reports' keys.
  const hasReports = config.shape === 'embedded' || config.reportsKeyringFile !== '';
  return { main: readKeyring(main), reports: hasReports ? readKeyring(reports) : new Keyring(new Map()) };
}

/** The secret that services of one data directory share. */
export function serviceSecretOf(config: Config): string {
  if (config.serviceSecret || config.shape !== 'embedded') return config.serviceSecret;
  const file = keyFile(config, 'service-secret');
  if (!existsSync(file)) {
    mkdirSync(resolve(config.dataDir, 'keys'), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of this data directory was faster: its secret counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8');
}

/** A file of the embedded shape's key folder. */
export function keyFile(config: Pick<Config, 'dataDir'>, name: string): string {
  return join(resolve(config.dataDir), 'keys', name);
}

function announce(made: string[], file: string, logger: Logger): void {
  for (const kid of made) logger.info('keys.made', { kid, file });
}
