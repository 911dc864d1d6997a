import type { DataSource, EntityManager, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import type { TransactionCommitEvent } from 'typeorm/subscriber/event/TransactionCommitEvent.js';
import type { TransactionRollbackEvent } from 'typeorm/subscriber/event/TransactionRollbackEvent.js';
import type { TransactionStartEvent } from 'typeorm/subscriber/event/TransactionStartEvent.js';
import { type Envelope, sequenceText } from '../envelope/cloud-event.js';
import { OutboxDefect } from './outbox.errors.js';
import type { OutboxKind } from './outbox-row.js';

export interface PendingRow {
  readonly kind: OutboxKind;
  readonly id: string;
  readonly type: string;
  readonly partitionKey: string;
  readonly envelope?: Omit<Envelope, 'sequence'>;
  readonly data: string;
  /** Process that must be deployed first. */
  readonly heldFor?: string | undefined;
}

/** Of a schema; a power of two. */
const MESSAGE_LOCKS = 256;

interface Transaction {
  depth: number;
  pending: PendingRow[];
  written: boolean;
}

/**
 * Collects what a transaction appends and writes it as its last statement. The row locks of `outbox_key`, taken in order of the key
 * (so without deadlock) just before the commit, make number order = commit order per key, whatever the service locked before.
 */
export class OutboxTransactions implements EntitySubscriberInterface {
  private static readonly known = new WeakMap<DataSource, OutboxTransactions>();
  private readonly open = new WeakMap<QueryRunner, Transaction>();

  /** One for each data source: a second one would write everything twice. */
  static of(dataSource: DataSource): OutboxTransactions {
    const known = this.known.get(dataSource) ?? new OutboxTransactions();
    if (!dataSource.subscribers.includes(known)) dataSource.subscribers.push(known);
    this.known.set(dataSource, known);
    return known;
  }

  add(manager: EntityManager, row: PendingRow): Promise<void> {
    const runner = manager.queryRunner;
    if (!runner?.isTransactionActive)
      throw new OutboxDefect(`${row.type}: the outbox needs the transaction of the change`);
    const transaction = this.open.get(runner);
    if (!transaction) throw new OutboxDefect(`${row.type}: this transaction belongs to another data source`);
    if (transaction.depth > 1) throw new OutboxDefect(`${row.type}: not in a nested transaction`);
    if (transaction.written) throw new OutboxDefect(`${row.type}: the transaction is committing already`);
    transaction.pending.push(row);
    return Promise.resolve();
  }

  afterTransactionStart({ queryRunner }: TransactionStartEvent): void {
    const transaction = this.open.get(queryRunner);
    if (transaction) transaction.depth++;
    else this.open.set(queryRunner, { depth: 1, pending: [], written: false });
  }

  async beforeTransactionCommit({ queryRunner }: TransactionCommitEvent): Promise<void> {
    const transaction = this.open.get(queryRunner);
    if (transaction?.depth !== 1) return;
    transaction.written = true;
    if (transaction.pending.length > 0) await write(queryRunner, transaction.pending);
  }

  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    this.leave(queryRunner);
  }

  afterTransactionRollback({ queryRunner }: TransactionRollbackEvent): void {
    this.leave(queryRunner);
  }

  private leave(runner: QueryRunner): void {
    const transaction = this.open.get(runner);
    if (transaction && --transaction.depth <= 0) this.open.delete(runner);
  }
}

async function write(runner: QueryRunner, rows: readonly PendingRow[]): Promise<void> {
  await lockMessageKeys(runner, rows);
  const next = await takeSequences(runner, rows);
  const records = rows.map(({ kind, id, type, partitionKey, envelope, data, heldFor }, n) => {
    const base = { n, kind, id, type, partition_key: partitionKey, data, held_for: heldFor ?? null };
    if (!envelope) return base;
    const sequence = next(partitionKey);
    return {
      ...base,
      topic: type.split('.', 1)[0],
      key_seq: sequence,
      envelope: { ...envelope, sequence: sequenceText(sequence) },
    };
  });
  await runner.query(
    `insert into outbox (id, kind, type, topic, partition_key, key_seq, envelope, data, held_for)
     select id, kind, type, topic, partition_key, key_seq, envelope, data, held_for
     from jsonb_to_recordset($1::jsonb) as row(n int, id uuid, kind text, type text, topic text, partition_key text,
       key_seq bigint, envelope jsonb, data text, held_for text)
     order by n`,
    [JSON.stringify(records)],
  );
}

/**
 * Messages have no number, and their keys leave nothing in a table: a case that became a report is told by its number to the engine alone
 * (access.md §5). Locks before {@link takeSequences}, in order too. Keys share few locks: the server has room for some thousands in all,
 * and one transaction may start a report for each of a thousand stores.
 */
async function lockMessageKeys(runner: QueryRunner, rows: readonly PendingRow[]): Promise<void> {
  const keys = rows.filter(({ kind }) => kind === 'message').map(({ partitionKey }) => partitionKey);
  if (keys.length === 0) return;
  await runner.query(
    `select pg_advisory_xact_lock(hashtext(current_schema() || ':message'), lock) from (
       select distinct hashtext(key) & ${MESSAGE_LOCKS - 1} as lock from unnest($1::text[]) as key order by lock
     ) as locks`,
    [keys],
  );
}

/** Takes a run of numbers for every key and hands them out one by one. */
async function takeSequences(runner: QueryRunner, rows: readonly PendingRow[]): Promise<(key: string) => number> {
  const counts = new Map<string, number>();
  for (const { kind, partitionKey } of rows)
    if (kind === 'event') counts.set(partitionKey, (counts.get(partitionKey) ?? 0) + 1);
  const following = new Map<string, number>();
  if (counts.size > 0) {
    const taken = (await runner.query(
      `insert into outbox_key as held (partition_key, last)
       select key, count from unnest($1::text[], $2::bigint[]) as wanted(key, count) order by key collate "C"
       on conflict (partition_key) do update set last = held.last + excluded.last
       returning partition_key as key, last`,
      [[...counts.keys()], [...counts.values()]],
    )) as { key: string; last: string }[];
    for (const { key, last } of taken) following.set(key, Number(last) - (counts.get(key) ?? 0) + 1);
  }
  return (key) => {
    const number = following.get(key);
    if (number === undefined) throw new OutboxDefect(`no sequence was taken for key ${key}`);
    following.set(key, number + 1);
    return number;
  };
}
