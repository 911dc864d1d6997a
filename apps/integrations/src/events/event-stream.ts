import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { structuredText } from '@huiying/events';
import type { StaffSubject } from '@huiying/platform';
import type { EventFilter } from './event-query.js';
import type { LogPage, LoggedEvent } from './event-log.read-model.js';

export interface StreamTimes {
  readonly pollMs: number;
  readonly heartbeatMs: number;
  /** A client that takes nothing for so long is closed; it resumes where it was. */
  readonly undrainedMs: number;
  /** How often the token and the holdings are looked at again. */
  readonly renewMs: number;
}

const STREAM_TIMES: StreamTimes = { pollMs: 1_000, heartbeatMs: 5_000, undrainedMs: 15_000, renewMs: 5_000 };

export interface StreamSource {
  page(reader: StaffSubject, filter: EventFilter, after: string, limit: number): Promise<LogPage>;
  /** The reader as they are now; throws when the token has expired or the person is gone. */
  renew(): Promise<StaffSubject>;
}

const PAGE = 200;

/**
 * One client of the SSE stream. It pulls page by page as its socket drains, so that nothing is queued for a slow client, and looks at
 * permission again every few seconds.
 */
export class EventStream {
  private closed = false;
  private woken = false;
  private release: (() => void) | undefined;
  private lastWrite = 0;
  private renewedAt = 0;

  constructor(
    private readonly response: ServerResponse,
    private readonly source: StreamSource,
    private readonly filter: EventFilter,
    private readonly times: StreamTimes = STREAM_TIMES,
  ) {
    response.once('close', () => this.end());
  }

  /** Sends until the client leaves, takes nothing any more, or may no longer read. */
  async run(reader: StaffSubject, after: string): Promise<void> {
    this.open(after);
    let position = after;
    let current = reader;
    this.renewedAt = performance.now();
    try {
      while (!this.closed) {
        if (performance.now() - this.renewedAt >= this.times.renewMs) {
          current = await this.source.renew();
          this.renewedAt = performance.now();
        }
        const { items, next, more } = await this.source.page(current, this.filter, position, PAGE);
        for (const item of items) await this.send(frame(item));
        position = next;
        if (!more) await this.idle();
      }
    } finally {
      this.end();
      this.response.end();
    }
  }

  /** New events may be there. */
  wake(): void {
    this.woken = true;
    this.release?.();
  }

  end(): void {
    this.closed = true;
    this.release?.();
  }

  /** Says at once where the client is: one that loses its connection before the first event comes back to there, not to what is new then. */
  private open(after: string): void {
    this.response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    this.response.write(`retry: 2000\nid: ${after}\n\n`);
    this.lastWrite = performance.now();
  }

  private async idle(): Promise<void> {
    if (performance.now() - this.lastWrite >= this.times.heartbeatMs) await this.send(': hb\n\n');
    if (this.closed || this.woken) {
      this.woken = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.times.pollMs);
      this.release = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.release = undefined;
    this.woken = false;
  }

  private async send(text: string): Promise<void> {
    if (this.closed) return;
    this.lastWrite = performance.now();
    if (this.response.write(text)) return;
    try {
      await once(this.response, 'drain', { signal: AbortSignal.timeout(this.times.undrainedMs) });
    } catch {
      this.end();
      this.response.destroy();
    }
  }
}

function frame({ position, envelope, data }: LoggedEvent): string {
  return `id: ${position}\nevent: ${envelope.type}\ndata: ${structuredText(envelope, data, { position })}\n\n`;
}
