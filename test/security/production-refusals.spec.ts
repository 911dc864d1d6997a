import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Each refusal by itself is in libs/platform/src/http/production-refusals.unit.spec.ts; here the process that production starts. */
describe('production refuses what is convenient only for development (access.md §9)', () => {
  beforeAll(() => {
    writeFileSync(keyring, JSON.stringify({ 'main.1': Buffer.alloc(32, 1).toString('base64') }), { mode: 0o600 });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

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
