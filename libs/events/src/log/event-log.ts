import { RESTRICTED_TYPES } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../envelope/cloud-event.js';

/** Serialises appenders, so that positions become visible in order and readers need no look at running transactions. */
const APPEND_LOCK = 'huiying:event-log';

const SEALED_DAYS = 45;

export interface LogEntry {
  readonly envelope: Envelope;
  readonly data: string;
}

/** Appends what `take` gives under the lock; sealed events go to their own table, which no API code reads. */
export async function appendToLog(manager: EntityManager, take: () => Promise<readonly LogEntry[]>): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [APPEND_LOCK]);
  const entries = await take();
  const open = entries.filter(({ envelope }) => envelope.dataclassification !== 'restricted');
  const sealed = entries.filter(({ envelope }) => envelope.dataclassification === 'restricted');
  await insert(manager, 'events.event_log', open);
  await insert(manager, 'events.restricted_event_log', sealed);
}

/** What sealed files went through, once every group has it for sure: as long as an inbox knows it. Counts of them are kept. */
export async function pruneSealed(manager: EntityManager): Promise<void> {
  await manager.query(
    `delete from events.restricted_event_log
     where type <> all ($1::text[]) and appended_at < clock_timestamp() - interval '${SEALED_DAYS} days'`,
    [RESTRICTED_TYPES],
  );
}

async function insert(manager: EntityManager, table: string, entries: readonly LogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `insert into ${table} (source, id, type, partition_key, sequence, org_id, case_no, class, time, envelope, data)
     select envelope->>'source', (envelope->>'id')::uuid, envelope->>'type', envelope->>'partitionkey', (envelope->>'sequence')::bigint,
       envelope->>'orgid', envelope->>'caseno', envelope->>'dataclassification', (envelope->>'time')::timestamptz, envelope, data
     from unnest($1::jsonb[], $2::text[]) with ordinality as entry(envelope, data, n)
     order by n
     on conflict (source, id) do nothing`,
    [entries.map(({ envelope }) => JSON.stringify(envelope)), entries.map(({ data }) => data)],
  );
}
