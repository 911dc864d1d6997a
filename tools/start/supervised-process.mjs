import { fork } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './data-directory.mjs';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const KILL_AFTER = 20_000;

/**
 * One child of the supervisor: started, waited for, started again when it dies, stopped. Its process id lies in
 * `<data directory>/run/<name>.pid`.
 */
export class SupervisedProcess {
  #child;
  #stopping = false;
  #everReady = false;
  #lastWords = '';

  /** @param isReady (child) => Promise, resolved once this start can be used */
  constructor({ name, dataDir, module, args = [], env = process.env, execArgv = [], isReady, stop, forwards = [] }) {
    Object.assign(this, { name, dataDir, module, args, env, execArgv, isReady, askToStop: stop, forwards });
  }

  async start() {
    const child = this.#open();
    const died = new Promise((_, reject) => {
      child.once('exit', (code, signal) => reject(this.#ended(code, signal)));
    });
    died.catch(() => undefined);
    await Promise.race([this.isReady(child), died]);
    this.#everReady = true;
  }

  #open() {
    // detached: a process group of its own, so that Ctrl-C reaches the supervisor alone
    const child = fork(this.module, this.args, {
      env: this.env,
      execArgv: [...process.execArgv, ...this.execArgv],
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    writeFileSync(join(this.dataDir, 'run', `${this.name}.pid`), String(child.pid));
    child.stdout.on('data', (chunk) => process.stderr.write(chunk));
    child.stderr.on('data', (chunk) => {
      this.#lastWords = (this.#lastWords + chunk).slice(-2_000);
      process.stderr.write(chunk);
    });
    child.once('exit', () => this.#again());
    return child;
  }

  #ended(code, signal) {
    const lastLine = this.#lastWords.trim().split('\n').at(-1) ?? '';
    return new Refusal(`${this.name} ended at its start (${signal ?? `code ${code}`}): ${lastLine}`);
  }

  /** A child that was in use and died is started again, for ever, with growing pauses. */
  async #again() {
    rmSync(join(this.dataDir, 'run', `${this.name}.pid`), { force: true });
    if (this.#stopping || !this.#everReady) return;
    for (let pause = FIRST_PAUSE; !this.#stopping; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      console.error(`${this.name} ended unexpectedly and is started again`);
      this.#everReady = false;
      try {
        await sleep(pause);
        if (!this.#stopping) await this.start();
        return;
      } catch (error) {
        console.error(error.message);
      }
    }
  }

  async stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (this.askToStop) this.askToStop(child);
    else child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER);
    await ended;
    clearTimeout(impatient);
  }
}
