/**
 * npm run parity [-- --gateway HOST:PORT [--monitoring URL]] [--only area[/case]] [--json FILE] [--restart]
 *
 * The conformance kit (test/parity) against our engine, which is started with a PostgreSQL of its own (or on DATABASE_URL) and the
 * controlled clock; with --gateway against any gateway that is running. --restart kills and starts our engine before every step.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEngineChild } from './engine-child.mjs';
import { startPostgres } from './postgres.mjs';

const { values: given } = parseArgs({
  options: {
    gateway: { type: 'string' },
    monitoring: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    restart: { type: 'boolean', default: false },
    // Our engine answers at once, so that nothing has to be watched for long.
    settle: { type: 'string' },
    quiet: { type: 'string' },
  },
});
const KIT = fileURLToPath(new URL('../test/parity/run.mjs', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'huiying-parity-'));
const report = given.json ?? join(dir, 'report.json');

/** One line an area: passed, failed, skipped. */
function printFigures(results) {
  const areas = new Map();
  for (const { area, status } of results) {
    const figures = areas.get(area) ?? { passed: 0, failed: 0, skipped: 0 };
    figures[status]++;
    areas.set(area, figures);
  }
  for (const [area, { passed, failed, skipped }] of areas)
    console.log(
      `${area.padEnd(20)} ${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`,
    );
}

async function runKit(gateway, monitoring, restart) {
  const own = given.gateway === undefined;
  const args = [
    ...['--gateway', gateway, '--json', report],
    ...(monitoring ? ['--monitoring', monitoring] : []),
    ...given.only.flatMap((only) => ['--only', only]),
    ...['--settle', given.settle ?? (own ? '20' : '100'), '--quiet', given.quiet ?? (own ? '60' : '250')],
    // What must come is waited for longer: other tests may keep the machine busy.
    ...(own ? ['--wait', '20000', '--case-timeout', '180000'] : []),
    ...(restart ? ['--restart', restart] : []),
  ];
  const kit = spawn(process.execPath, [KIT, ...args], { stdio: 'inherit' });
  const [code] = await once(kit, 'exit');
  return code ?? 1;
}

/** A script that the kit calls before every step: it asks this process to kill the engine and to start it again. */
async function restartCommand(restart) {
  const { createServer } = await import('node:http');
  const server = createServer((_request, response) => {
    restart().then(
      () => response.end(),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const script = join(dir, 'restart.mjs');
  const url = `http://127.0.0.1:${server.address().port}`;
  writeFileSync(
    script,
    `const r = await fetch('${url}'); if (!r.ok) { console.error(await r.text()); process.exit(1); }\n`,
  );
  return `"${process.execPath}" "${script}"`;
}

async function againstOurs() {
  const postgres = process.env.DATABASE_URL ? undefined : await startPostgres({ dataDir: dir, persistent: false });
  const databaseUrl = process.env.DATABASE_URL ?? `${postgres.url}/postgres`;
  let engine;
  try {
    engine = await startEngineChild({ databaseUrl });
    const { gatewayPort, monitoringPort } = engine;
    const restart = given.restart
      ? await restartCommand(async () => {
          await engine.kill();
          engine = await startEngineChild({ databaseUrl, gatewayPort, monitoringPort });
        })
      : undefined;
    const code = await runKit(engine.gateway, engine.monitoring, restart);
    for (const line of engine.said) console.error(line);
    return code;
  } finally {
    await engine?.stop();
    await postgres?.stop();
  }
}

const code = given.gateway ? await runKit(given.gateway, given.monitoring) : await againstOurs();
if (code !== 2) printFigures(JSON.parse(readFileSync(report, 'utf8')));
rmSync(dir, { recursive: true, force: true });
process.exit(code);
