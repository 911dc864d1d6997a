import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { verifyAudit } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { postgresHome } from './start/data-directory.mjs';

// npm run audit:verify [-- --from <seq>] [-- --anchor <seq>:<head>]
// Recomputes the audit chain: exit 1 with the first bad seq. DATABASE_URL, or the running product of HUIYING_DATA_DIR.

/** The embedded database writes its port into its own folder while it runs. */
function runningDatabase(): string {
  const file = join(postgresHome(resolve(process.env['HUIYING_DATA_DIR'] ?? '.huiying')), 'pg', 'postmaster.pid');
  if (!existsSync(file)) throw new Error('no product runs on this data directory; start it or set DATABASE_URL');
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  return `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const [anchorSeq, anchorHead] = option('--anchor')?.split(':') ?? [];
const from = option('--from');
const database = new DataSource({ type: 'postgres', url: process.env['DATABASE_URL'] ?? runningDatabase() });
await database.initialize();
const { count, head, fault } = await verifyAudit(database.manager, {
  ...(from ? { from: Number(from) } : {}),
  ...(anchorSeq && anchorHead ? { anchor: { seq: Number(anchorSeq), head: anchorHead } } : {}),
});
await database.destroy();
if (fault) console.error(`audit: entry ${fault.seq} ${fault.reason}`);
else console.log(`audit: ${count} entries, head ${head}`);
process.exitCode = fault ? 1 : 0;
