import type { Logger } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { appendToLog } from '../log/event-log.js';
import { namedRow } from '../ops/sealed-rows.js';
import type { Backoff } from './backoff.js';
import type { OutboxReader, RelayRow } from './outbox-reader.js';
import type { Outcome, Outlet } from './outlet.js';
import { errorCode, isRecordError } from './relay-error.js';

const TRIES = 5;

/**
 * Embedded shape: into the event log and out of the outbox in one transaction. Whoever else relays the same rows waits for its append
 * lock and then finds them deleted, so that an event is in the log once.
 */
export class EventLogOutlet implements Outlet {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: OutboxReader,
    private readonly backoff: Backoff,
    private readonly log: Logger,
    private readonly schema: string,
  ) {}

  deliver(rows: readonly RelayRow[]): Promise<Outcome> {
    return this.send(rows, new Set());
  }

  /** `stuck`: keys of which a row was refused; what comes after it waits, however long the rest of the batch takes. */
  private async send(rows: readonly RelayRow[], stuck: Set<string>): Promise<Outcome> {
    if (rows.length === 0) return { sent: 0, blocked: false };
    try {
      await this.append(rows);
      return { sent: rows.length, blocked: false };
    } catch (error) {
      if (!isRecordError(error)) {
        this.log.warn('outbox.log-away', { schema: this.schema, kind: 'event', count: rows.length }, error);
        return { sent: 0, blocked: true };
      }
      return this.halve(rows, error, stuck);
    }
  }

  private async append(rows: readonly RelayRow[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await appendToLog(manager, async () => {
        const there = await this.reader.remove(
          rows.map(({ seq }) => seq),
          manager,
        );
        return rows.filter(({ seq }) => there.has(seq));
      });
    });
  }

  /** Down to the row that is refused: its key waits, the rest goes. */
  private async halve(rows: readonly RelayRow[], error: unknown, stuck: Set<string>): Promise<Outcome> {
    const [row] = rows;
    if (rows.length === 1 && row) {
      stuck.add(row.partitionKey);
      await this.refuse(row, errorCode(error));
      return { sent: 0, blocked: false };
    }
    const middle = rows.length >> 1;
    const first = await this.send(rows.slice(0, middle), stuck);
    if (first.blocked) return first;
    const rest = rows.slice(middle).filter(({ partitionKey }) => !stuck.has(partitionKey));
    const second = await this.send(rest, stuck);
    return { sent: first.sent + second.sent, blocked: second.blocked };
  }

  private async refuse(row: RelayRow, reason: string): Promise<void> {
    const parked = await this.reader.refuse(row.seq, reason, TRIES);
    const fields = { schema: this.schema, eventId: row.id, ...namedRow(row, this.schema), reason };
    if (parked) {
      this.backoff.passed(row.partitionKey);
      this.log.error('outbox.parked', fields);
    } else this.log.warn('outbox.refused', { ...fields, retryInMs: this.backoff.failed(row.partitionKey) });
  }
}
