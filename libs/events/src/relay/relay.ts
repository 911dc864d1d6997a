import type { Logger } from '@huiying/platform';
import type { DirectSession } from '../session/direct-session.js';
import { Wake } from '../session/wake.js';
import type { Backoff } from './backoff.js';
import { BATCH, type OutboxReader } from './outbox-reader.js';
import type { Outlet } from './outlet.js';

/** A NOTIFY wakes sooner; the look without one serves retries and a replica that takes over. */
const POLL_MS = 3_000;
const CLOSED_MS = { first: 1_000, max: 30_000 };

/**
 * Takes committed outbox rows of one kind out of one schema, as leader among all replicas, oldest first; the next batch only after the
 * last is settled. A kill at any point repeats rows with the same ids and loses none.
 */
export class Relay {
  private readonly alarm = new Wake();
  private running: Promise<void> | undefined;
  private stopping = false;
  private closedMs = 0;
  private notBefore = 0;
  /** Models were published since the last look. */
  private mayRelease = false;

  constructor(
    private readonly schema: string,
    private readonly reader: OutboxReader,
    private readonly outlet: Outlet,
    private readonly backoff: Backoff,
    private readonly session: DirectSession,
    private readonly log: Logger,
  ) {}

  start(): void {
    const { kind } = this.reader;
    this.session.listen(`outbox_${this.schema}`, (inserted) => {
      if (inserted === '' || inserted === kind) this.alarm.wake();
    });
    if (kind === 'message') this.session.listen('models_published', () => this.release());
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.alarm.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const closed = this.notBefore - performance.now();
      if (closed > 0) {
        await this.alarm.wait(closed); // new rows do not open a closed way
        continue;
      }
      let waitMs = POLL_MS;
      try {
        if (await this.session.lead(`outbox:${this.schema}:${this.reader.kind}`)) waitMs = await this.drain();
      } catch (error) {
        this.log.warn('outbox.relay-failed', { schema: this.schema, kind: this.reader.kind }, error);
      }
      if (!this.stopping) await this.alarm.wait(waitMs);
    }
  }

  /** One batch; answers how long to wait for the next. */
  private async drain(): Promise<number> {
    if (this.mayRelease) {
      this.mayRelease = false; // what fails now comes by itself a little later
      await this.reader.releaseHeld();
    }
    const rows = await this.reader.batch(this.backoff.waiting());
    if (rows.length === 0) return this.idleMs();
    const { sent, blocked } = await this.outlet.deliver(rows);
    if (sent === 0 && blocked) return this.closed();
    this.closedMs = 0;
    return rows.length === BATCH ? 0 : this.idleMs(); // what was written meanwhile has sounded the alarm
  }

  private idleMs(): number {
    return Math.min(this.backoff.nextInMs() ?? POLL_MS, POLL_MS);
  }

  private closed(): 0 {
    this.closedMs = Math.min(this.closedMs === 0 ? CLOSED_MS.first : this.closedMs * 2, CLOSED_MS.max);
    this.notBefore = performance.now() + this.closedMs;
    return 0;
  }

  private release(): void {
    this.mayRelease = true;
    this.alarm.wake();
  }
}
