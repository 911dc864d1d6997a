import type { EntityManager } from 'typeorm';
import type { LogTable } from './log-reader.js';

const COLUMN = { event_log: 'position', restricted_event_log: 'restricted_position' } as const;

/** How far a group has read; a new group begins at the oldest kept. */
export async function readCursor(manager: EntityManager, group: string, table: LogTable): Promise<string> {
  const [row] = await manager.query<{ position: string }[]>(
    `select ${COLUMN[table]} as position from events.consumer_cursor where grp = $1`,
    [group],
  );
  return row?.position ?? '0';
}

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
