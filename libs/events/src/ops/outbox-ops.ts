import { isSealedNumber } from '@huiying/contracts';
import type { DataSource } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';
import type { EventHandling } from '../consume/event-handling.js';
import type { Registered } from '../consume/event-server.js';
import { failureText } from '../consume/failure.js';
import type { OutboxKind } from '../outbox/outbox-row.js';
import { isSealedSchema, OPEN_OUTBOX_PARAMS, OPEN_OUTBOX_ROW, OPEN_PARAMS, OPEN_ROW } from './sealed-rows.js';

/** A row that does not go by itself: held until its process is deployed, or parked after its tries. Ids and codes only. */
export interface StuckRow {
  readonly id: string;
  readonly schema: string;
  readonly kind: OutboxKind;
  readonly type: string;
  readonly subject: string;
  readonly state: 'held' | 'parked' | 'waiting';
  /** Process that is not deployed. */
  readonly heldFor: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

export interface ParkedEvent {
  readonly id: string;
  readonly schema: string;
  readonly group: string;
  readonly source: string;
  readonly type: string;
  readonly key: string;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: Date;
}

export interface ReplayResult {
  readonly replayed: number;
  /** Id of the event that failed again, and why; what is behind it stays parked. */
  readonly stopped?: { readonly id: string; readonly error: string };
}

/** What an operator may see and do in one schema. Sealed rows are not there: what the log says of them is an id, by which they go again. */
export class OutboxOps {
  constructor(
    readonly schema: string,
    private readonly dataSource: DataSource,
    private readonly handling: EventHandling,
    private readonly handlerOf: (group: string, type: string) => Registered | undefined,
  ) {}

  async stuck(): Promise<StuckRow[]> {
    if (isSealedSchema(this.schema)) return [];
    return this.dataSource.query<StuckRow[]>(
      `select id, $4::text as schema, kind, type, partition_key as subject,
         case when parked_at is not null then 'parked' when held_at is not null then 'held' else 'waiting' end as state,
         held_for as "heldFor", attempts, last_error as "lastError", created_at as "createdAt"
       from outbox where (held_at is not null or parked_at is not null or last_error is not null)
         and ${OPEN_OUTBOX_ROW} order by seq limit 500`,
      [...OPEN_OUTBOX_PARAMS, this.schema],
    );
  }

  /** Lets a parked or held row go again; false = not here. */
  async retry(id: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      `update outbox set parked_at = null, held_at = null, attempts = 0, last_error = null where id = $1 returning id`,
      [id],
    );
    if (rows.length === 0) return false;
    await this.dataSource.query(`select pg_notify('outbox_' || current_schema(), '')`);
    return true;
  }

  async parked(): Promise<ParkedEvent[]> {
    if (isSealedSchema(this.schema)) return [];
    return this.dataSource.query<ParkedEvent[]>(
      `select id, $3::text as schema, grp as group, source, type, partition_key as key, error, attempts, parked_at as "parkedAt"
       from parked_event where ${OPEN_ROW} order by seq limit 500`,
      [...OPEN_PARAMS, this.schema],
    );
  }

  /**
   * Parked events of a key of a group, in order, until one fails again. `what` is the key, or the id of one of them as the log says it;
   * a sealed number is none, or else the answer would tell whether there is such a file.
   */
  async replay(group: string, what: string): Promise<ReplayResult> {
    const key = await this.keyOf(group, what);
    for (let replayed = 0; ;) {
      // Each asked for anew: more may have come behind meanwhile.
      const [first] = await this.dataSource.query<{ seq: string; event: CloudEvent }[]>(
        `select seq, event from parked_event where grp = $1 and partition_key = $2 order by seq limit 1`,
        [group, key],
      );
      if (!first) return { replayed };
      const { seq, event } = first;
      const registered = this.handlerOf(group, event.type);
      if (!registered) return { replayed, stopped: { id: event.id, error: 'no-handler' } };
      try {
        await this.handling.rerun(registered, event, seq);
        replayed++;
      } catch (error) {
        const text = failureText(error);
        await this.dataSource.query('update parked_event set attempts = attempts + 1, error = $2 where seq = $1', [
          seq,
          text,
        ]);
        return { replayed, stopped: { id: event.id, error: text } };
      }
    }
  }

  private async keyOf(group: string, what: string): Promise<string | null> {
    const [named] = await this.dataSource.query<{ key: string }[]>(
      `select partition_key as key from parked_event where grp = $1 and id = $2`,
      [group, what],
    );
    if (named) return named.key;
    return isSealedNumber(what) ? null : what;
  }
}
