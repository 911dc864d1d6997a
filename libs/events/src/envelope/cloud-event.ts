import type { EventClass, EventData, EventType } from '@huiying/contracts';

/** CloudEvents 1.0, structured mode, as Huiying publishes it (events.md §1). Absent attributes are left out, never null. */
export interface CloudEvent<T extends EventType = EventType> {
  readonly specversion: '1.0';
  readonly id: string;
  /** `/huiying/<service>`, behind EVENT_SOURCE_BASE; `source` + `id` is unique. */
  readonly source: string;
  readonly type: T;
  /** Number of the thing spoken of. */
  readonly subject: string;
  /** Of the change, milliseconds, +08:00. Never used for ordering. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly traceparent?: string;
  readonly partitionkey: string;
  /** Per (source, partitionkey) from 1 without gaps, ten digits. */
  readonly sequence: string;
  readonly orgid: string;
  readonly caseno?: string;
  readonly causationid?: string;
  readonly processid?: string;
  readonly processversion?: string;
  readonly elementid?: string;
  readonly dataclassification: EventClass;
  /** Id of the replay, only on replayed copies. */
  readonly replay?: string;
  readonly data: EventData<T>;
}

/** Every attribute but `data`: what the outbox and the log keep beside the fixed bytes of `data`. */
export type Envelope<T extends EventType = EventType> = Omit<CloudEvent<T>, 'data'>;

/** What stands for something in an event: an id, a number, a code; never text. */
export const CODE_PATTERN = /^[A-Za-z0-9_.:#+-]{1,64}$/;

export function sequenceText(number: number): string {
  return String(number).padStart(10, '0');
}

/** ISO 8601 in the time zone of the regulations (+08:00, no summer time), to the millisecond. */
export function shanghaiTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
}

/** Midnight of the day in the same zone: all that a restricted event tells of its time. */
export function shanghaiDay(at: Date): string {
  return `${shanghaiTime(at).slice(0, 10)}T00:00:00.000+08:00`;
}
