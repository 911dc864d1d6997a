import type { EntityManager } from 'typeorm';
import type { CloudEvent, Envelope } from '../envelope/cloud-event.js';
import { toCloudEvent } from '../envelope/codec.js';

export type LogTable = 'event_log' | 'restricted_event_log';

export interface Positioned {
  /** Text: positions are 64 bit. */
  readonly position: string;
  readonly event: CloudEvent;
}

/** Events of the types after a position, in order; `end` = how far the log was seen, so that a group need not read again what it does not want. */
export async function readPage(
  manager: EntityManager,
  table: LogTable,
  { after, types, limit }: { readonly after: string; readonly types: readonly string[]; readonly limit: number },
): Promise<{ readonly items: Positioned[]; readonly end: string }> {
  // Taken first: what is appended between the two reads stays above it.
  const [last] = await manager.query<{ position: string }[]>(
    `select coalesce(max(position), 0) as position from events.${table}`,
  );
  const rows = await manager.query<{ position: string; envelope: Envelope; data: string }[]>(
    `select position, envelope, data from events.${table}
     where position > $1 and type = any ($2::text[]) order by position limit $3`,
    [after, types, limit],
  );
  const items = rows.map(({ position, envelope, data }) => ({ position, event: toCloudEvent(envelope, data) }));
  const full = rows.length === limit;
  const end = full ? (items.at(-1)?.position ?? after) : larger(last?.position ?? '0', items.at(-1)?.position ?? after);
  return { items, end: larger(end, after) };
}

function larger(one: string, other: string): string {
  return BigInt(one) >= BigInt(other) ? one : other;
}
