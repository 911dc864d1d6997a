import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'huiying-production-'));
const keyring = join(folder, 'keyring.json');

/** Production as it should be, but for a database that answers: the refusals come before anything is opened. */
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

/** Starts the entry that production starts, and reads why it did not. */
function start(changes: Record<string, string>): { code: number | null; faults: string[] } {
  const entry = join(process.cwd(), 'test/security/production-entry.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', '@swc-node/register/esm-register', entry], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...GOOD, ...changes },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, faults: stderr.trim().split('\n') };
}

describe('production refuses what is convenient only for development (access.md §9)', () => {
  beforeAll(() => {
    writeFileSync(keyring, JSON.stringify({ 'main.1': Buffer.alloc(32, 1).toString('base64') }), { mode: 0o600 });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

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
    expect(start(changes)).toEqual({ code: 78, faults: [code] });
  });

  it('keyring-mode', () => {
    chmodSync(keyring, 0o644);
    expect(start({})).toEqual({ code: 78, faults: ['keyring-mode'] });
    chmodSync(keyring, 0o600);
  });

  it('names every fault at once', () => {
    expect(start({ OIDC_ISSUER: '', HUIYING_CLOCK: 'controlled', FILE_SCANNER: 'none' })).toEqual({
      code: 78,
      faults: ['dev-issuer', 'clock-controlled', 'scanner'],
    });
  });

  it('does not refuse what is as it should be: written reasons stand in for MFA and scanner', () => {
    const { code, faults } = start({
      OIDC_REQUIRED_ACR: '',
      OIDC_ACR_WAIVER: 'MFA is enforced by the gateway, ticket 7',
      FILE_SCANNER: 'none',
      FILE_SCANNER_WAIVER: 'files are scanned by the proxy, ticket 8',
    });
    expect(code).not.toBe(78);
    expect(faults.join()).not.toMatch(/dev-issuer|no-acr|scanner/);
  });
});
