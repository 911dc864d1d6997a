import type { EntityManager } from 'typeorm';

const FEED = 'engine';

/** How far the records of the engine are taken in. */
export async function feedPosition(sql: Pick<EntityManager, 'query'>): Promise<number> {
  const rows = await sql.query<{ position: string }[]>('select position from feed_position where feed = $1', [FEED]);
  return Number(rows[0]?.position ?? 0);
}

/**
 * Moves on to the position and holds it until the transaction ends. False: a record from there or behind was taken in already, by another
 * process that leads by now, so that this one must not be taken in again.
 */
export async function reach(manager: EntityManager, position: number): Promise<boolean> {
  const moved = await manager.query<unknown[]>(
    `insert into feed_position (feed, position) values ($1, $2)
     on conflict (feed) do update set position = excluded.position where feed_position.position < excluded.position
     returning position`,
    [FEED, position],
  );
  return moved.length > 0;
}

/** Goes on from a position, also one that lies before. */
export async function goOnFrom(manager: EntityManager, position: number): Promise<void> {
  await manager.query(
    `insert into feed_position (feed, position) values ($1, $2)
     on conflict (feed) do update set position = excluded.position`,
    [FEED, position],
  );
}
