import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../start/free-port.mjs';
import { Client, signIn } from './client.mjs';

const READY_WITHIN = 300_000;
/** Characters of what the product said last, for whoever asks why it ended. */
const SAID_KEPT = 2_000;

/**
 * The built product on free ports, on a fresh data directory unless one is given, with the controlled clock. Used by the commands and
 * tests that need all of it.
 */
export class RunningProduct {
  said = '';

  static async start({ dataDir, env = {}, log, patienceMs = 0, clockStartsAt = '' } = {}) {
    const product = new RunningProduct();
    product.patienceMs = patienceMs;
    product.temporary = dataDir === undefined;
    product.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), 'huiying-'));
    const [port, gateway, monitoring] = [await freePort(), await freePort(), await freePort()];
    product.address = `http://127.0.0.1:${port}`;
    product.gateway = `127.0.0.1:${gateway}`;
    product.monitoring = `http://127.0.0.1:${monitoring}`;
    const begun = performance.now();
    const source = process.env.FROM_SOURCE ? ['--source'] : [];
    product.process = spawn(process.execPath, ['tools/start.mjs', ...source], {
      env: {
        ...process.env,
        HUIYING_CLOCK: 'controlled',
        HUIYING_CLOCK_STARTS_AT: clockStartsAt,
        HUIYING_LOG_LEVEL: 'error',
        HUIYING_DATA_DIR: product.dataDir,
        HUIYING_PORT: String(port),
        ZEEBE_GATEWAY_PORT: String(gateway),
        ENGINE_MONITORING_PORT: String(monitoring),
        DATABASE_URL: '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    product.process.stderr.on('data', (text) => {
      product.said = (product.said + text).slice(-SAID_KEPT);
      if (log !== undefined) writeSync(log, text);
    });
    await product.#ready();
    product.startedInMs = Math.round(performance.now() - begun);
    return product;
  }

  async #ready() {
    const timer = setTimeout(() => this.process.kill('SIGTERM'), READY_WITHIN);
    for await (const line of createInterface({ input: this.process.stdout })) {
      if (!line.startsWith('ready ')) continue;
      clearTimeout(timer);
      this.process.stdout.resume(); // whoever waits for its end waits for all that it says
      return;
    }
    clearTimeout(timer);
    throw new Error(`the product ended before it was ready ${this.said}`);
  }

  get anybody() {
    return new Client({}, this.address, this.patienceMs);
  }

  signIn(who) {
    return signIn(who, this.address, this.patienceMs);
  }

  /** Moves the time of engine and services; the answer is what every process has. */
  async moveClock(path, body) {
    const response = await fetch(`${this.monitoring}/actuator/clock${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the clock was not moved: HTTP ${response.status} ${await response.text()}`);
    return new Date((await response.json()).epochMilli);
  }

  pinClock(moment) {
    return this.moveClock('/pin', { epochMilli: Date.parse(moment) });
  }

  addTime(offsetMilli) {
    return this.moveClock('/add', { offsetMilli });
  }

  /** Process id of `postgres`, `engine` or `services`; undefined while it is down. */
  pidOf(name) {
    const file = join(this.dataDir, 'run', `${name}.pid`);
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  }

  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, 'close');
      this.process.kill('SIGTERM');
      await ended;
    }
    if (this.temporary) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Long enough for a clock that jumped by half a year: everything that comes round in it is started first, some hundred reports. */
const EVENTUALLY_MS = 240_000;

/** Asks again until `probe` answers something (not undefined), at most `withinMs`. */
export async function eventually(probe, what, withinMs = EVENTUALLY_MS) {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`not within ${withinMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
