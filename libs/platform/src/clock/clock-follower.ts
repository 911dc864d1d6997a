import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Clock } from '../clock.js';
import { CLOCK_CHANNEL, type ClockRow, FOLLOWER_ALIVE_MS, SELECT_CLOCK, settingOf } from './clock-row.js';

const HEARTBEAT_MS = 1_000;

/**
 * Keeps a process's {@link Clock} in step with the engine's clock row: listens, applies, acknowledges. The heartbeat doubles as a
 * poll, so that a NOTIFY lost with a connection is made up for within a second.
 */
export class ClockFollower {
  private readonly id = randomUUID();
  private client: Client | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private stopped = false;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly databaseUrl: string,
    private readonly name: string,
    private readonly onTrouble: (error: unknown) => void = () => undefined,
  ) {}

  /** Resolves when the clock has the present setting and the owner waits for this process at the next move. */
  async start(): Promise<void> {
    await this.connect();
    this.heartbeat = setInterval(() => void this.sync(), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.heartbeat);
    await this.reading;
    const client = this.client;
    this.client = undefined;
    if (!client) return;
    await client.query('DELETE FROM clock.clock_follower WHERE id = $1', [this.id]).catch(this.onTrouble);
    await client.end().catch(this.onTrouble);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl, application_name: `huiying clock ${this.name}` });
    client.on('error', (error) => this.lost(client, error));
    client.on('notification', () => void this.sync());
    await client.connect();
    await client.query(`LISTEN ${CLOCK_CHANNEL}`);
    this.client = client;
    await this.apply(client);
  }

  /** One read after another: two at once could acknowledge an older setting last. */
  private sync(): Promise<void> {
    this.reading = this.reading.then(async () => {
      const client = this.client;
      if (!client || this.stopped) return;
      await this.apply(client).catch((error: unknown) => this.lost(client, error));
    });
    return this.reading;
  }

  private async apply(client: Client): Promise<void> {
    const { rows } = await client.query<ClockRow>(SELECT_CLOCK);
    const row = rows[0];
    if (!row) throw new Error('clock.clock_state has no row');
    this.clock.follow(settingOf(row));
    await client.query(
      `INSERT INTO clock.clock_follower (id, name, epoch, seen_at) VALUES ($1, $2, $3, clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, seen_at = excluded.seen_at`,
      [this.id, this.name, row.epoch],
    );
  }

  private lost(client: Client, error: unknown): void {
    if (this.client !== client || this.stopped) return;
    this.client = undefined;
    this.onTrouble(error);
    client.end().catch(this.onTrouble);
    void this.reconnect();
  }

  private async reconnect(): Promise<void> {
    while (!this.stopped && !this.client) {
      await sleep(Math.min(HEARTBEAT_MS, FOLLOWER_ALIVE_MS / 5), undefined, { ref: false });
      await this.connect().catch(this.onTrouble);
    }
  }
}
