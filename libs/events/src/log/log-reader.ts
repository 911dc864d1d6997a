import type { EntityManager } from 'typeorm';
import type { CloudEvent, Envelope } from '../envelope/cloud-event.js';
import { toCloudEvent } from '../envelope/codec.js';
import { COLUMN, type LogTable } from './cursor.js';

export interface Positioned {
  /** Text: positions are 64 bit. */
  readonly position: string;
  readonly event: CloudEvent;
}

interface Page {
  /** How far the group had read; a new group begins at the oldest kept. */
  readonly after: string;
  readonly items: Positioned[];
  /** How far the log was seen, so that a group need not read again what it does not want. */
  readonly end: string;
}

interface Row {
  after: string;
  last: string;
  position: string | null;
  envelope: Envelope;
  data: string;
}

/** Events of the types that a group has not read yet, in order. One question: most pages of most groups are empty. */
export async function readPage(
  manager: EntityManager,
  table: LogTable,
  { group, types, limit }: { readonly group: string; readonly types: readonly string[]; readonly limit: number },
): Promise<Page> {
  // One snapshot: what is appended later lies above `last`.
  const rows = await manager.query<Row[]>(
    `select cursor.position as after, last.position as last, e.position, e.envelope, e.data
     from (select coalesce((select ${COLUMN[table]} from events.consumer_cursor where grp = $1), 0) as position) as cursor
     cross join (select coalesce(max(position), 0) as position from events.${table}) as last
     left join lateral (
       select position, envelope, data from events.${table}
       where position > cursor.position and type = any ($2::text[]) order by position limit $3) as e on true
     order by e.position`,
    [group, types, limit],
  );
  const after = rows[0]?.after ?? '0';
  const items = rows.flatMap(({ position, envelope, data }) =>
    position === null ? [] : [{ position, event: toCloudEvent(envelope, data) }],
  );
  const full = items.length === limit;
  const seen = items.at(-1)?.position ?? after;
  return { after, items, end: full ? seen : larger(rows[0]?.last ?? '0', seen) };
}

/** What is new in the open log since the last question: the types, each once. */
export class LogTail {
  private seen: string | undefined;

  constructor(private readonly manager: EntityManager) {}

  /** undefined at the first question: anything may be new. */
  async news(): Promise<ReadonlySet<string> | undefined> {
    const [row] = await this.manager.query<{ last: string | null; types: string[] | null }[]>(
      this.seen === undefined
        ? `select max(position) as last, null as types from events.event_log`
        : `select max(position) as last, array_agg(distinct type) as types from events.event_log where position > $1`,
      this.seen === undefined ? [] : [this.seen],
    );
    const first = this.seen === undefined;
    this.seen = row?.last ?? this.seen ?? '0';
    return first ? undefined : new Set(row?.types ?? []);
  }
}

function larger(one: string, other: string): string {
  return BigInt(one) >= BigInt(other) ? one : other;
}
