import type { DataSource, EntityManager } from 'typeorm';
import type { Envelope } from '../envelope/cloud-event.js';
import type { OutboxKind } from '../outbox/outbox-row.js';

export const BATCH = 500;
const HELD_RETRY = '30 seconds';

export interface RelayRow {
  readonly seq: string;
  readonly id: string;
  readonly type: string;
  readonly partitionKey: string;
  readonly envelope: Envelope;
  readonly data: string;
  readonly attempts: number;
}

/** Reads and settles rows of one kind. A row whose key has a parked row waits; a held row comes again after half a minute. */
export class OutboxReader {
  constructor(
    private readonly dataSource: DataSource,
    readonly kind: OutboxKind,
  ) {}

  /** The oldest rows that may go. Of a key none can be missing before one that is seen: whoever committed later took its place later. */
  async batch(waitingKeys: readonly string[]): Promise<RelayRow[]> {
    return this.dataSource.query<RelayRow[]>(
      `select seq, id, type, partition_key as "partitionKey", envelope, data, attempts
       from outbox as row
       where kind = $1 and parked_at is null
         and (held_at is null or held_at < clock_timestamp() - interval '${HELD_RETRY}')
         and partition_key <> all ($2::text[])
         and not exists (
           select from outbox as parked
           where parked.kind = $1 and parked.parked_at is not null and parked.partition_key = row.partition_key)
       order by seq limit ${BATCH}`,
      [this.kind, waitingKeys],
    );
  }

  /** Deletes rows; answers which were still there. */
  async remove(seqs: readonly string[], manager: EntityManager = this.dataSource.manager): Promise<Set<string>> {
    const [deleted] = await manager.query<[{ seq: string }[], number]>(
      'delete from outbox where seq = any ($1::bigint[]) returning seq',
      [seqs],
    );
    return new Set(deleted.map(({ seq }) => seq));
  }

  async hold(seqs: readonly string[]): Promise<void> {
    await this.dataSource.query('update outbox set held_at = clock_timestamp() where seq = any ($1::bigint[])', [seqs]);
  }

  /** Held rows may be tried at once: models were published. */
  async releaseHeld(): Promise<void> {
    await this.dataSource.query('update outbox set held_at = null where kind = $1 and held_at is not null', [
      this.kind,
    ]);
  }

  async note(seq: string, error: string): Promise<void> {
    await this.dataSource.query('update outbox set last_error = $2 where seq = $1', [seq, error]);
  }

  /** Counts a failed try; the last one parks the row. Answers whether it is parked. */
  async refuse(seq: string, error: string, tries: number): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ parked: boolean }[], number]>(
      `update outbox set attempts = attempts + 1, last_error = $2,
         parked_at = case when attempts + 1 >= $3 then clock_timestamp() end
       where seq = $1 returning parked_at is not null as parked`,
      [seq, error, tries],
    );
    return rows[0]?.parked ?? false;
  }
}
