import type { EventContract } from './define-event.js';
import { EVENT_CONTRACTS, type EventDataByType } from './generated.js';
import type { EventSchema } from './schema.js';

export type EventType = keyof EventDataByType;
/** `data` of an event as published, with caseNo, orgId, at and actorId. */
export type EventData<T extends EventType> = EventDataByType[T];
/** What the producer gives; the outbox adds caseNo, orgId, at and actorId. */
export type EventPayload<T extends EventType> = Omit<EventData<T>, 'caseNo' | 'orgId' | 'at' | 'actorId'>;

type Sort = 'jobs' | 'forms' | 'routes' | 'clock' | 'consumers';
type Producer<T extends EventType> = (typeof EVENT_CONTRACTS)[T]['producers'][number];
type Listed<P, S extends Sort> = P extends { readonly [K in S]: readonly (infer N extends string)[] } ? N : never;
type Name<T extends EventType, S extends Sort> =
  Listed<Producer<T>, S> extends infer N ? (N extends '*' ? string : N) : never;
type Exactly<K extends string, N> = [N] extends [never] ? never : { [P in K]: N };

/** What may cause the type: a job, a completed form, a route, the clock or a consumer that its registry entry lists. */
export type EventCause<T extends EventType> =
  | Exactly<'job', Name<T, 'jobs'>>
  | Exactly<'form', Name<T, 'forms'>>
  | Exactly<'route', Name<T, 'routes'>>
  | Exactly<'clock', Name<T, 'clock'>>
  | Exactly<'consumer', Name<T, 'consumers'>>;

export const EVENT_TYPES = Object.keys(EVENT_CONTRACTS) as EventType[];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_CONTRACTS, type);
}

export function eventContract(type: EventType): EventContract & { schema: EventSchema; example: object } {
  return EVENT_CONTRACTS[type];
}

/** First segment of the type; versions are told apart by type, never by topic. */
export function topicOf(type: string): string {
  return type.split('.', 1)[0] as string;
}
