import type { EntityManager } from 'typeorm';

export type LogTable = 'event_log' | 'restricted_event_log';

/** Where schema events keeps how far a group has read, per table. */
export const COLUMN = { event_log: 'position', restricted_event_log: 'restricted_position' } as const;

/** Forward only. */
export async function moveCursor(
  manager: EntityManager,
  group: string,
  table: LogTable,
  position: string,
): Promise<void> {
  const column = COLUMN[table];
  await manager.query(
    `insert into events.consumer_cursor as cursor (grp, ${column}) values ($1, $2)
     on conflict (grp) do update set ${column} = greatest(cursor.${column}, excluded.${column}), moved_at = clock_timestamp()`,
    [group, position],
  );
}
