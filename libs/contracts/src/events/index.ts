export type { EventClass, EventContract, EventProducer } from './define-event.js';
export { EVENT_CONTRACTS } from './generated.js';
export type { EventDataByType } from './generated.js';
export { EVENT_TYPES, eventContract, isEventType, topicOf } from './registry.js';
export type { EventCause, EventData, EventPayload, EventType } from './registry.js';
export type { EventSchema } from './schema.js';
export { isRestricted, isSealedNumber, RESTRICTED_TYPES, SEALED_NUMBER, SEALED_PROCESSES } from './sealed.js';
