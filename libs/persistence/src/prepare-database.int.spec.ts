import { Client } from 'pg';
import { prepareDatabase } from './prepare-database.js';

describe('prepareDatabase', () => {
  const server = process.env['TEST_PG_URL'] ?? '';
  const names = Array.from({ length: 6 }, (_, n) => `prepare_${String(process.pid)}_${String(n)}`);

  async function asAdministrator(statements: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: `${server}/postgres` });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
  beforeAll(() => asAdministrator(names.map((name) => `CREATE DATABASE ${name}`)));
  afterAll(() => asAdministrator(names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));

  it('prepares databases of one cluster side by side, although all alter the same roles', async () => {
    const prepared = names.map((name) => prepareDatabase(`${server}/${name}`));
    await expect(Promise.all(prepared)).resolves.toHaveLength(names.length);
  });
});
