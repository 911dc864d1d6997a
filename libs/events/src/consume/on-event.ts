import { applyDecorators, SetMetadata } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventType } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';

/** Transport id of the event servers: handlers of this transport are served by them alone. */
export const EVENTS = Symbol('huiying:events');

export const EVENT_HANDLER = 'huiying:event-handler';

export interface EventHandlerOptions<T extends EventType = EventType> {
  /** `<schema of the service>.<feature>`, published as `huiying.<service>.<feature>`; at most one handler per type and group. */
  readonly group: string;
  /** Projections alone: also takes replayed copies, which every other handler skips. */
  readonly replayable?: boolean;
  /**
   * Also what sealed files go through (tasks, limits, measures of a supervision): only for the services that carry such a file out, whose
   * database role may read it (events.md §2).
   */
  readonly sealed?: true;
  /**
   * Which events of the types the handler does something with, by what the event itself says: the others pass by without a transaction and
   * leave no row in the inbox. Without it, all of them.
   */
  wants?(this: void, event: CloudEvent<T>): boolean;
}

export interface EventHandlerMetadata extends EventHandlerOptions {
  readonly types: readonly EventType[];
}

/** What a handler gets besides the event: the transaction that also holds its inbox row. */
export interface EventContext {
  readonly manager: EntityManager;
  readonly group: string;
}

type Handler<T extends EventType> = (event: CloudEvent<T>, context: EventContext) => Promise<void> | void;

/**
 * Marks a method of a `*.consumer.ts` class: it runs once per event of the types, in order per key, inside the transaction of
 * `context.manager`. A thrown Problem of kind rejected, conflict, missing or gone parks the event at once, unavailable tries again without
 * end, any other error parks after three tries; later events of a parked key wait behind it. Twenty seconds at most.
 */
export function OnEvent<T extends EventType>(type: T | readonly T[], options: EventHandlerOptions<T>) {
  const types: readonly T[] = typeof type === 'string' ? [type] : type;
  return <H extends Handler<T>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    applyDecorators(
      SetMetadata(EVENT_HANDLER, { ...options, types } satisfies EventHandlerMetadata),
      EventPattern([...types], EVENTS, { ...options }),
    )(target, key, descriptor);
  };
}
