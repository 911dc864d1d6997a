import type { ClientBase } from 'pg';
import type { Position } from '../record/record.js';
import { partitionOf } from './postgres-schema.js';

const DAY_MS = 86_400_000;
/** A segment is closed after so many records even within a day, so that no table grows without end. */
const LARGEST = 5_000_000;

interface Segment {
  readonly id: number;
  readonly firstPosition: Position;
  readonly begunAt: number;
}

/** No record of a segment is from after the day on which it began. */
function dayEnd({ begunAt }: Segment): number {
  return (Math.floor(begunAt / DAY_MS) + 1) * DAY_MS;
}

/** The parts of the log, one table each: a new one begins with each day of the engine's time. */
export class Segments {
  private list: Segment[] = [];

  constructor(
    private readonly schema: string,
    /** Days of engine time for which records are kept; undefined: for ever. */
    private readonly historyDays: number | undefined,
  ) {}

  async load(client: ClientBase): Promise<void> {
    const { rows } = await client.query<{ id: number; first_position: string; begun_at: string }>(
      `SELECT id, first_position, begun_at FROM ${this.schema}.segment ORDER BY id`,
    );
    this.list = rows.map((row) => ({
      id: row.id,
      firstPosition: Number(row.first_position),
      begunAt: Number(row.begun_at),
    }));
  }

  /** The segment that a record with this position and time is appended to; made when it is the first of a day. */
  async forAppend(client: ClientBase, position: Position, timestamp: number): Promise<number> {
    const last = this.list.at(-1);
    const sameDay = last && Math.floor(timestamp / DAY_MS) <= Math.floor(last.begunAt / DAY_MS);
    if (last && sameDay && position - last.firstPosition < LARGEST) return last.id;
    const next: Segment = { id: (last?.id ?? 0) + 1, firstPosition: position, begunAt: timestamp };
    const id = String(next.id);
    await client.query(
      `BEGIN;
       CREATE TABLE ${partitionOf(this.schema, next.id)} PARTITION OF ${this.schema}.record_batch FOR VALUES IN (${id});
       INSERT INTO ${this.schema}.segment VALUES (${id}, ${String(position)}, ${String(Math.trunc(timestamp))});
       COMMIT`,
    );
    this.list.push(next);
    return next.id;
  }

  /** Ids of the segments that hold records after a position, the oldest first. */
  after(position: Position): number[] {
    return this.list
      .filter((_segment, i) => {
        const next = this.list[i + 1];
        return !next || next.firstPosition > position + 1;
      })
      .map(({ id }) => id);
  }

  /** The position before the oldest record that is kept. */
  get oldest(): Position {
    return (this.list[0]?.firstPosition ?? 1) - 1;
  }

  /** Ids of all segments, the newest first. */
  get newestFirst(): number[] {
    return this.list.map(({ id }) => id).reverse();
  }

  /** Drops segments that are older than the history to keep and are not needed for a recovery. */
  async forget(client: ClientBase, checkpoint: Position): Promise<void> {
    const newest = this.list.at(-1);
    if (this.historyDays === undefined || !newest) return;
    const limit = newest.begunAt - this.historyDays * DAY_MS;
    for (;;) {
      const [oldest, next] = this.list;
      if (!oldest || !next || dayEnd(oldest) > limit || next.firstPosition > checkpoint + 1) return;
      await client.query(
        `BEGIN;
         DROP TABLE IF EXISTS ${partitionOf(this.schema, oldest.id)};
         DELETE FROM ${this.schema}.segment WHERE id = ${String(oldest.id)};
         COMMIT`,
      );
      this.list.shift();
    }
  }
}
