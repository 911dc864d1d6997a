import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configTable, envExample } from './config.docs.js';
import { configSchema } from './config.schema.js';
import { ConfigError, readConfig } from './read-config.js';

const DATABASE_URL = 'postgres://postgres:postgres@127.0.0.1:5432/postgres';

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('the configuration (architecture.md §8)', () => {
  it('needs nothing but a database, and is the embedded shape then', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      nodeEnv: 'development',
      shape: 'embedded',
      host: '127.0.0.1',
      httpPort: 8080,
      gatewayPort: 26500,
      monitoringPort: 9600,
      dataDir: '.huiying',
      clock: 'system',
      zeebeAddress: '127.0.0.1:26500',
      monitoringUrl: 'http://127.0.0.1:9600',
      publicUrl: 'http://127.0.0.1:8080',
      sampleData: true,
      serviceUrls: {},
    });
  });

  it('lets settings follow one another', () => {
    const config = readConfig({ DATABASE_URL, HUIYING_PORT: '9000', ZEEBE_GATEWAY_PORT: '1', NODE_ENV: 'production' });
    expect(config).toMatchObject({
      zeebeAddress: '127.0.0.1:1',
      publicUrl: '',
      shape: 'distributed',
      sampleData: false,
    });
  });

  it('names every wrong, missing and unknown setting at once, and never its value', () => {
    const faults = faultsOf({
      HUIYING_PORT: '80x80',
      HUIYING_CLOCK: 'broken',
      HUIYING_CLOCK_STARTS_AT: '2026-10-08T09:00',
      HUIYING_PROT: '1',
      SMTP_URL: 'http://secret@mail',
      HUIYING_SERVICE_SECRET: 'short',
    });
    expect(faults).toEqual([
      'HUIYING_PROT: there is no such setting',
      'HUIYING_PORT: a port from 0 to 65535',
      'DATABASE_URL: is missing',
      'HUIYING_CLOCK: one of system, controlled',
      'HUIYING_CLOCK_STARTS_AT: a moment with its offset',
      'HUIYING_SERVICE_SECRET: 32 characters or more',
      'SMTP_URL: a URL with smtp: or smtps://',
    ]);
    expect(faults.join()).not.toContain('secret@mail');
  });

  it('reads secrets from the files that name them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-config-'));
    writeFileSync(join(folder, 'url'), `${DATABASE_URL}\n`);
    expect(readConfig({ DATABASE_URL_FILE: join(folder, 'url') }).databaseUrl).toBe(DATABASE_URL);
    expect(faultsOf({ DATABASE_URL_FILE: join(folder, 'none') })).toEqual([
      'DATABASE_URL: the file it names cannot be read',
    ]);
    rmSync(folder, { recursive: true });
  });

  it('takes addresses of services by name', () => {
    const config = readConfig({
      DATABASE_URL,
      HUIYING_SERVICE_URLS: 'intake=http://10.0.0.1:81, tasklist=https://tasks/',
    });
    expect(config.serviceUrls).toEqual({ intake: 'http://10.0.0.1:81', tasklist: 'https://tasks' });
    expect(faultsOf({ DATABASE_URL, HUIYING_SERVICE_URLS: 'intake' })).toHaveLength(1);
  });

  it('says what each setting means, once', () => {
    const keys = Object.values(configSchema);
    expect(new Set(keys.map(({ env }) => env)).size).toBe(keys.length);
    expect(keys.filter(({ doc }) => doc.length < 10)).toEqual([]);
  });

  it('is described by .env.example and docs/configuration.md as it is', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
    expect(readFileSync('docs/configuration.md', 'utf8')).toContain(configTable());
  });

  it('has one reader of the environment', () => {
    const sources = ['apps', 'libs'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const readers = sources
      .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|[\\/]testing[\\/]/.test(file))
      .filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual([join('libs', 'platform', 'src', 'config', 'read-config.ts')]);
  });
});
