import type { Logger } from '@huiying/platform';
import { namedRow } from '../ops/sealed-rows.js';
import type { OutboxRow } from '../outbox/outbox-row.js';
import type { Backoff } from './backoff.js';
import type { OutboxReader, RelayRow } from './outbox-reader.js';
import type { Outcome, Outlet } from './outlet.js';
import { errorCode } from './relay-error.js';
import type { Delivery, RelaySink, SinkKind } from './relay-sink.js';
import { waves } from './waves.js';

const TRIES = 5;

/** Messages, jobs and notices: wave by wave through the sink, each row settled before the next of its key is sent. */
export class SinkOutlet implements Outlet {
  constructor(
    private readonly reader: OutboxReader,
    private readonly sink: RelaySink,
    private readonly backoff: Backoff,
    private readonly log: Logger,
    private readonly schema: string,
  ) {}

  async deliver(rows: readonly RelayRow[]): Promise<Outcome> {
    const stopped = new Set<string>();
    let sent = 0;
    let blocked = false;
    for (const wave of waves(rows)) {
      const going = wave.filter(({ partitionKey }) => !stopped.has(partitionKey));
      if (going.length === 0) break;
      const answers = await this.send(going);
      const done = going.filter((_, at) => answers[at] === 'sent');
      if (done.length > 0) await this.reader.remove(done.map(({ seq }) => seq));
      sent += done.length;
      for (const row of done) this.backoff.passed(row.partitionKey);
      const held = going.filter((_, at) => answers[at] === 'held');
      if (held.length > 0) await this.reader.hold(held.map(({ seq }) => seq));
      for (const [at, row] of going.entries()) {
        const answer = answers[at];
        if (answer === 'sent' || answer === 'held') continue;
        stopped.add(row.partitionKey);
        if (answer && 'refused' in answer) await this.refuse(row, answer.refused);
        else {
          blocked = true;
          await this.wait(row, answer?.retry ?? 'no-answer');
        }
      }
    }
    return { sent, blocked };
  }

  private async send(rows: readonly RelayRow[]): Promise<readonly Delivery[]> {
    const { kind } = this.reader;
    const outgoing = rows.map(({ id, type, partitionKey, data, attempts }) => {
      const payload = JSON.parse(data) as OutboxRow['payload'];
      return { id, kind: kind as SinkKind, type, partitionKey, payload, attempts };
    });
    try {
      return await this.sink.deliver(outgoing);
    } catch (error) {
      this.log.warn('outbox.sink-failed', { schema: this.schema, kind, count: rows.length }, error);
      return rows.map(() => ({ retry: errorCode(error) }));
    }
  }

  private async wait(row: RelayRow, reason: string): Promise<void> {
    const retryInMs = this.backoff.failed(row.partitionKey);
    await this.reader.note(row.seq, reason);
    this.log.warn('outbox.delayed', {
      schema: this.schema,
      kind: this.reader.kind,
      outboxId: row.id,
      reason,
      retryInMs,
    });
  }

  private async refuse(row: RelayRow, reason: string): Promise<void> {
    const parked = await this.reader.refuse(row.seq, reason, TRIES);
    if (!parked) this.backoff.failed(row.partitionKey);
    else this.backoff.passed(row.partitionKey);
    const { subject } = namedRow(row, this.schema);
    const fields = { schema: this.schema, kind: this.reader.kind, outboxId: row.id, subject, reason };
    if (parked) this.log.error('outbox.parked', fields);
    else this.log.warn('outbox.refused', { ...fields, attempt: row.attempts + 1 });
  }
}
