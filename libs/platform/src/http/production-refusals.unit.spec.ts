import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { productionFaults } from './production-refusals.js';

const folder = mkdtempSync(join(tmpdir(), 'huiying-refusals-'));
const keyring = join(folder, 'keyring.json');

/** Production as it should be. */
const GOOD = {
  NODE_ENV: 'production',
  HUIYING_DATA_DIR: join(folder, 'data'),
  DATABASE_URL: 'postgres://huiying_intake:secret@db.example.com/huiying?sslmode=verify-full',
  OIDC_ISSUER: 'https://id.example.com',
  OIDC_REQUIRED_ACR: 'mfa',
  HUIYING_PUBLIC_URL: 'https://huiying.example.com',
  HUIYING_SERVICE_SECRET: 's'.repeat(32),
  KEYRING_FILE: keyring,
  FILE_SCANNER: 'clamd',
  SMTP_URL: 'smtps://mail.example.com',
};

const faultsOf = (changes: Record<string, string>): string[] => productionFaults(readConfig({ ...GOOD, ...changes }));

describe('what production refuses (access.md §9)', () => {
  beforeAll(() => writeFileSync(keyring, '{}', { mode: 0o600 }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('nothing, when all is as it should be; and nothing outside production', () => {
    expect(faultsOf({})).toEqual([]);
    expect(productionFaults(readConfig({ DATABASE_URL: GOOD.DATABASE_URL, HUIYING_CLOCK: 'controlled' }))).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['dev-issuer', { OIDC_ISSUER: '' }],
    ['dev-issuer', { OIDC_ISSUER: 'http://id.example.com' }],
    ['dev-issuer', { HUIYING_SHAPE: 'embedded' }],
    ['no-acr', { OIDC_REQUIRED_ACR: '' }],
    ['public-url', { HUIYING_PUBLIC_URL: 'http://huiying.example.com' }],
    ['clock-controlled', { HUIYING_CLOCK: 'controlled' }],
    ['sample-data', { HUIYING_SAMPLE_DATA: 'true' }],
    ['limits-relaxed', { HUIYING_LIMITS: 'relaxed' }],
    ['service-secret', { HUIYING_SERVICE_SECRET: '' }],
    ['engine-open', { ENGINE_GATEWAY_HOST: '0.0.0.0' }],
    ['engine-open', { ENGINE_MONITORING_HOST: '0.0.0.0', ENGINE_TLS: 'true' }],
    ['db-role', { DATABASE_URL: 'postgres://postgres:secret@db.example.com/huiying?sslmode=verify-full' }],
    ['db-role', { DATABASE_URL: 'postgres://huiying_migrate:secret@db.example.com/huiying?sslmode=verify-full' }],
    ['db-tls', { DATABASE_URL: 'postgres://huiying_intake:secret@db.example.com/huiying?sslmode=require' }],
    ['kafka-plain', { KAFKA_BROKERS: 'kafka:9092' }],
    ['keyring-generated', { KEYRING_FILE: '' }],
    ['keyring-in-data', { HUIYING_DATA_DIR: folder }],
    ['key-missing', { KEYRING_FILE: join(folder, 'none.json') }],
    ['scanner', { FILE_SCANNER: 'none' }],
    ['smtp-tls', { SMTP_URL: 'smtp://mail.example.com' }],
  ])('%s %j', (code, changes) => {
    expect(faultsOf(changes)).toEqual([code]);
  });

  it('keyring-mode', () => {
    chmodSync(keyring, 0o644);
    expect(faultsOf({})).toEqual(['keyring-mode']);
    chmodSync(keyring, 0o600);
  });
});
