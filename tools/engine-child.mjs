// The engine as a process of its own, for tools and tests: started on free ports, ended by SIGTERM or killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from './start/free-port.mjs';

const ROOT = new URL('..', import.meta.url);
const START_MS = 60_000;

/**
 * @param {{ databaseUrl: string, gatewayPort?: number, monitoringPort?: number, env?: Record<string, string> }} options
 * Resolves when the engine has printed that it is ready; rejects with what it said when it ended before.
 */
export async function startEngineChild({ databaseUrl, gatewayPort, monitoringPort, env = {} }) {
  gatewayPort ??= await freePort();
  monitoringPort ??= await freePort();
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'apps/engine/src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ZEEBE_GATEWAY_PORT: String(gatewayPort),
      ENGINE_MONITORING_PORT: String(monitoringPort),
      HUIYING_CLOCK: 'controlled',
      HUIYING_LOG_LEVEL: 'error',
      ...env,
    },
  });
  const said = [];
  const exited = once(child, 'exit');
  const goWithParent = () => child.kill('SIGKILL');
  process.once('exit', goWithParent);
  void exited.then(() => process.off('exit', goWithParent));
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('engine ready') && resolve(true));
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), START_MS);
  const started = await Promise.race([ready, exited.then(() => false)]);
  clearTimeout(limit);
  if (!started)
    throw new Error(`the engine ended at its start (${child.exitCode ?? child.signalCode}): ${said.join('\n')}`);
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    pid: child.pid,
    gatewayPort,
    monitoringPort,
    gateway: `127.0.0.1:${gatewayPort}`,
    monitoring: `http://127.0.0.1:${monitoringPort}`,
    /** What it wrote to stderr, line by line. */
    said,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
