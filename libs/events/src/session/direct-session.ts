import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { connectionOf } from './pool.js';

const RECONNECT_MS = 1_000;

/** Hears the payload of a NOTIFY. */
type Listener = (payload: string) => void;

/**
 * A database session of its own (never behind a transaction pooler): it holds advisory locks of leaders and hears NOTIFY. When it is
 * cut, every lock is gone; it comes back by itself and listens again, and whoever leads asks {@link lead} before each batch.
 */
export class DirectSession {
  private client: Client | undefined;
  private connecting: Promise<Client> | undefined;
  private readonly led = new Set<string>();
  private readonly listeners = new Map<string, Set<Listener>>();
  /** Asked but not begun: everybody who leads and asks meanwhile shares the one proof that the session is alive. */
  private proof: Promise<unknown> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Calls `wake` on every NOTIFY of the channel, and with '' after a reconnect, since notices may have been missed. */
  listen(channel: string, wake: Listener): void {
    const wakes = this.listeners.get(channel) ?? new Set();
    wakes.add(wake);
    this.listeners.set(channel, wakes);
    // Where it fails, connected() listens to all channels once it is back.
    void this.ask((client) => client.query(`listen ${client.escapeIdentifier(channel)}`)).catch(() => undefined);
  }

  /** Whether this process leads `key` now: asks for the lock where it is not held, and proves the session alive where it is. */
  async lead(key: string): Promise<boolean> {
    if (this.stopped) return false;
    try {
      if (this.led.has(key)) await this.alive();
      else await this.tryToLead(key);
      return this.led.has(key);
    } catch {
      return false;
    }
  }

  private tryToLead(key: string): Promise<void> {
    return this.ask(async (client) => {
      const { rows } = await client.query<{ led: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as led',
        [key],
      );
      if (rows[0]?.led && this.client === client) this.led.add(key);
    });
  }

  private alive(): Promise<unknown> {
    this.proof ??= this.last.then(() => {
      this.proof = undefined; // who asks from here on wants a later one
      return this.ask((client) => client.query('select 1'));
    });
    return this.proof;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.led.clear();
    const client = this.client ?? (await this.connecting?.catch(() => undefined));
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** One question after the other: a session runs one at a time. */
  private ask<T>(question: (client: Client) => Promise<T>): Promise<T> {
    const answer = this.last.then(async () => question(await this.connected()));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private connected(): Promise<Client> {
    if (this.client) return Promise.resolve(this.client);
    this.connecting ??= this.connect().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      ...connectionOf(this.dataSource),
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.wake(channel, payload));
    await client.connect();
    for (const channel of this.listeners.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    if (this.stopped) {
      await client.end();
      throw new Error('the session was stopped');
    }
    this.client = client;
    for (const channel of this.listeners.keys()) this.wake(channel);
    return client;
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.led.clear();
    if (this.stopped) return;
    this.log.warn('events.session-lost');
    void this.comeBack();
  }

  private async comeBack(): Promise<void> {
    while (!this.stopped && !this.client) {
      await sleep(RECONNECT_MS);
      if (!this.stopped) await this.connected().catch(() => undefined);
    }
  }

  private wake(channel: string, payload = ''): void {
    for (const wake of this.listeners.get(channel) ?? []) wake(payload);
  }
}
