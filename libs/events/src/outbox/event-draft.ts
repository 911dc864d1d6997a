import type { EventCause, EventPayload, EventType } from '@huiying/contracts';

/** Where in a process an event was caused, from the job or user task. */
export interface ProcessPlace {
  readonly processId: string;
  readonly processVersion: number | string;
  readonly elementId: string;
}

/** What a service hands to `Outbox.event`. */
export interface EventDraft<T extends EventType> {
  readonly type: T;
  /** Number of the thing spoken of: caseNo, measureNo, penaltyNo, `region:year` …; the key of order where there is no case. */
  readonly subject: string;
  readonly caseNo?: string | undefined;
  readonly orgId: string;
  /** Opaque staff id, or `complainant`, `system`, `clock`. */
  readonly actorId: string;
  readonly data: EventPayload<T>;
  readonly cause: EventCause<T>;
  /** Id of the event that led here; absent when a person or the clock did. */
  readonly causationId?: string | undefined;
  readonly process?: ProcessPlace | undefined;
  /** W3C trace context of the request or job that caused it. */
  readonly traceparent?: string | undefined;
}

/** A {@link EventDraft} of any type, for what no longer needs the types. */
export interface AnyDraft extends Omit<EventDraft<EventType>, 'data' | 'cause' | 'type'> {
  readonly type: string;
  readonly data: object;
  readonly cause: object;
}
