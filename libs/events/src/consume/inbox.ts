import type { EntityManager } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';

/** Longer than any transport keeps an event. */
const KEPT_DAYS = 45;

export type Admission = 'fresh' | 'repeat' | 'behind-parked';

/** Opens the event for the group in this transaction: a repeat is skipped, an event of a parked key goes behind it. */
export async function admit(manager: EntityManager, group: string, event: CloudEvent): Promise<Admission> {
  const [answer] = await manager.query<{ parked: boolean; fresh: boolean }[]>(
    `with parked as (select 1 from parked_event where grp = $1 and partition_key = $4 limit 1),
       entered as (
         insert into inbox (grp, source, id) select $1, $2, $3 where not exists (select from parked)
         on conflict do nothing returning 1)
     select exists (select from parked) as parked, exists (select from entered) as fresh`,
    [group, event.source, event.id, event.partitionkey],
  );
  if (answer?.parked) return 'behind-parked';
  return answer?.fresh ? 'fresh' : 'repeat';
}

/** The group handles the event now; false where it has done so before. */
export async function enter(manager: EntityManager, group: string, event: CloudEvent): Promise<boolean> {
  const entered = await manager.query<unknown[]>(
    'insert into inbox (grp, source, id) values ($1, $2, $3) on conflict do nothing returning id',
    [group, event.source, event.id],
  );
  return entered.length > 0;
}

/** Puts the event aside; it is skipped where it was handled or parked before. */
export async function park(
  manager: EntityManager,
  group: string,
  event: CloudEvent,
  failure: { readonly error: string; readonly attempts: number },
): Promise<void> {
  await manager.query(
    `insert into parked_event (grp, source, id, type, partition_key, event, error, attempts)
     select $1, $2, $3, $4, $5, $6::jsonb, $7, $8
     where not exists (select from inbox where grp = $1 and source = $2 and id = $3)
     on conflict (grp, source, id) do nothing`,
    [
      group,
      event.source,
      event.id,
      event.type,
      event.partitionkey,
      JSON.stringify(event),
      failure.error,
      failure.attempts,
    ],
  );
}

/**
 * Puts the event behind the parked ones of its key. False where there are none any more, since an operator had them handled meanwhile:
 * the last of them is held on to, so that whoever handles it sees what came behind it, or is waited for.
 */
export async function parkBehind(manager: EntityManager, group: string, event: CloudEvent): Promise<boolean> {
  const [answer] = await manager.query<{ behind: boolean }[]>(
    `with last as (
         select seq from parked_event where grp = $1 and partition_key = $5 order by seq desc limit 1 for share),
       added as (
         insert into parked_event (grp, source, id, type, partition_key, event, error, attempts)
         select $1, $2, $3, $4, $5, $6::jsonb, 'behind-parked', 0 from last
         where not exists (select from inbox where grp = $1 and source = $2 and id = $3)
         on conflict (grp, source, id) do nothing)
     select exists (select from last) as behind`,
    [group, event.source, event.id, event.type, event.partitionkey, JSON.stringify(event)],
  );
  return answer?.behind ?? false;
}

export async function pruneInbox(manager: EntityManager): Promise<void> {
  await manager.query(`delete from inbox where at < clock_timestamp() - interval '${KEPT_DAYS} days'`);
}
