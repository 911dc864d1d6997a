import { Injectable } from '@nestjs/common';
import { type Envelope } from '@huiying/events';
import { InjectDatabase, whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, Problem, type StaffSubject } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { INTEGRATIONS } from '../schema.js';
import type { EventFilter } from './event-query.js';
import { typesOf } from './event-types.js';

/** Positions that one page looks at, at most: a reader with few cases goes on from `next`. */
const WINDOW = 5_000;

export interface LoggedEvent {
  readonly position: string;
  readonly envelope: Envelope;
  readonly data: string;
}

export interface LogPage {
  readonly items: LoggedEvent[];
  /** Where to go on: after the last event, or after what was looked at in vain. */
  readonly next: string;
  /** Whether there is more to look at now. */
  readonly more: boolean;
}

/**
 * The event log as one person may see it: events of cases that they may read, and what grants add; never their own conflicts (回避). What a
 * sealed file goes through is not in this log (events.md §2).
 */
@Injectable()
export class EventLogReadModel {
  constructor(
    @InjectDatabase(INTEGRATIONS) private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Position before the oldest event that is kept. @throws Problem 410 when events after `after` were dropped */
  async startAfter(after: string | undefined): Promise<string> {
    if (after === 'latest') return this.latest();
    if (after === undefined) return this.horizon();
    await this.refuseExpired(after);
    // A position ahead is one of before an older copy was restored: what comes at those places now would be skipped.
    if (BigInt(after) > BigInt(await this.latest())) throw await this.expired();
    return after;
  }

  async latest(): Promise<string> {
    return this.one(
      `select greatest((select max(position) from events.event_log), (select position from events.log_horizon), 0) as value`,
    );
  }

  /** Position after which events are kept. */
  async horizon(): Promise<string> {
    return this.one(`select coalesce((select position from events.log_horizon), 0) as value`);
  }

  /** First position that is kept; `next` where the log is empty. */
  async oldest(): Promise<string> {
    return this.one(
      `select coalesce((select min(position) from events.event_log), (select position + 1 from events.log_horizon), 1) as value`,
    );
  }

  /**
   * Events after a position that match the filter and that the reader may see.
   * @throws Problem 403 for a type that may not leave, 410 when events after `after` were dropped, also while the page was read
   */
  async page(reader: StaffSubject, filter: EventFilter, after: string, limit: number): Promise<LogPage> {
    const page = await this.look(reader, filter, after, limit);
    await this.refuseExpired(after);
    return page;
  }

  private async look(reader: StaffSubject, filter: EventFilter, after: string, limit: number): Promise<LogPage> {
    const types = typesOf(filter.type ?? []);
    const [lookedAt] = await this.database.query<{ end: string | null; count: string }[]>(
      `select max(position) as end, count(*) as count
       from (select position from events.event_log where position > $1 order by position limit ${WINDOW}) as looked_at`,
      [after],
    );
    const end = lookedAt?.end ?? null;
    if (end === null) return { items: [], next: after, more: false };
    const items = await this.visible(reader, filter, { after, end, types, limit });
    const last = items.at(-1)?.position;
    if (items.length === limit && last !== undefined) return { items, next: last, more: true };
    return { items, next: end, more: Number(lookedAt?.count) === WINDOW };
  }

  private async visible(
    reader: StaffSubject,
    filter: EventFilter,
    part: { readonly after: string; readonly end: string; readonly types: string[]; readonly limit: number },
  ): Promise<LoggedEvent[]> {
    const { caseNo = null, orgId = null, from = null, to = null } = filter;
    const now = this.clock.now();
    const own = [part.after, part.end, part.limit, part.types, caseNo, orgId, from, to];
    const grant = [reader.personId, reader.holdings.map(({ role }) => role), now];
    const columns = { caseNo: 'e.case_no' };
    const free = whereAllowed(this.access.for(reader, 'events.pull'), columns, own.length + grant.length + 1, now);
    const readable = whereAllowed(
      this.access.for(reader, 'case.list'),
      columns,
      own.length + grant.length + free.params.length + 1,
      now,
    );
    return this.database.query<LoggedEvent[]>(
      `select e.position, e.envelope, e.data from events.event_log e
       where e.position > $1 and e.position <= $2 and e.type = any ($4::text[])
         and ($5::text is null or e.case_no = $5) and ($6::text is null or e.org_id = $6)
         and ($7::timestamptz is null or e.time >= $7) and ($8::timestamptz is null or e.time < $8)
         and ${free.sql}
         and ((e.case_no is not null and ${readable.sql}) or exists (
           select from event_grant g
           where (g.person_id = $9 or g.role = any ($10::text[])) and g.revoked_at is null
             and (g.valid_until is null or g.valid_until > $11) and e.class = any (g.classes)
             and (e.type = any (g.types) or split_part(e.type, '.', 1) || '.*' = any (g.types) or '*' = any (g.types))
             and (g.unit_id is null or exists (
               select from access.unit_ancestor line where line.unit_id = e.org_id and line.ancestor_id = g.unit_id))
             and (g.consulted_unit_id is null or exists (
               select from events.event_log consulted where consulted.case_no = e.case_no and consulted.position <= e.position
                 and consulted.type = 'consultation.opened' and consulted.data::jsonb -> 'authorities' ? g.consulted_unit_id))))
       order by e.position limit $3`,
      [...own, ...grant, ...free.params, ...readable.params],
    );
  }

  private async refuseExpired(after: string): Promise<void> {
    if (BigInt(after) < BigInt(await this.horizon())) throw await this.expired();
  }

  private async expired(): Promise<Problem> {
    return new Problem('event-position-expired', 'gone', { params: { oldest: await this.oldest() } });
  }

  private async one(sql: string): Promise<string> {
    const [row] = await this.database.query<{ value: string }[]>(sql);
    return row?.value ?? '0';
  }
}
