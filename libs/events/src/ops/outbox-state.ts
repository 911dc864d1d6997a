import type { DataSource } from 'typeorm';
import type { OutboxKind } from '../outbox/outbox-row.js';
import { OPEN_OUTBOX_PARAMS, OPEN_OUTBOX_ROW, OPEN_PARAMS, OPEN_ROW } from './sealed-rows.js';

export interface OutboxState {
  readonly kind: OutboxKind;
  readonly rows: number;
  readonly held: number;
  readonly parked: number;
  /** Age of the oldest row that may go, seconds of the database's clock; 0 = none waits. */
  readonly oldestSeconds: number;
}

/** Rows waiting in an outbox, by kind. Sealed ones are not counted, but they too make it old. */
export async function outboxStates(dataSource: DataSource): Promise<OutboxState[]> {
  return dataSource.query<OutboxState[]>(
    `select kind, count(*) filter (where ${OPEN_OUTBOX_ROW})::int as rows,
       count(*) filter (where held_at is not null and ${OPEN_OUTBOX_ROW})::int as held,
       count(*) filter (where parked_at is not null and ${OPEN_OUTBOX_ROW})::int as parked,
       coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where held_at is null and parked_at is null)), 0)::float
         as "oldestSeconds"
     from outbox group by kind`,
    [...OPEN_OUTBOX_PARAMS],
  );
}

export interface ParkedCount {
  readonly group: string;
  readonly events: number;
}

export async function parkedCounts(dataSource: DataSource): Promise<ParkedCount[]> {
  return dataSource.query<ParkedCount[]>(
    `select grp as group, count(*)::int as events from parked_event where ${OPEN_ROW} group by grp`,
    [...OPEN_PARAMS],
  );
}
