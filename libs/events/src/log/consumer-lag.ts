import type { DataSource } from 'typeorm';

export interface ConsumerLag {
  readonly group: string;
  /** Positions behind the end of the log, of any type. */
  readonly events: number;
  /** Age of the oldest event after the cursor. */
  readonly seconds: number;
}

export async function consumerLags(dataSource: DataSource, groups: readonly string[]): Promise<ConsumerLag[]> {
  return dataSource.query<ConsumerLag[]>(
    `select grp as group,
       (coalesce((select max(position) from events.event_log), 0) - coalesce(cursor.position, 0))::int as events,
       coalesce(extract(epoch from clock_timestamp() - (
         select appended_at from events.event_log where position > coalesce(cursor.position, 0) order by position limit 1)), 0)::float as seconds
     from unnest($1::text[]) as wanted(grp) left join events.consumer_cursor as cursor using (grp)`,
    [groups],
  );
}
