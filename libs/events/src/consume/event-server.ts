import type { EventType } from '@huiying/contracts';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { lastValueFrom, isObservable } from 'rxjs';
import type { CloudEvent } from '../envelope/cloud-event.js';
import { EVENTS, type EventContext, type EventHandlerOptions } from './on-event.js';

export interface Registered extends EventHandlerOptions {
  readonly type: EventType;
  readonly handle: (event: CloudEvent, context: EventContext) => Promise<void>;
}

/**
 * What the two transports of events share. Handlers are kept by group and type, since in one process the handlers of several features
 * listen to the same type and Nest would chain them into one call; the observable of a handler is awaited, so that its error reaches the
 * transport.
 */
export abstract class EventServer extends Server implements CustomTransportStrategy {
  override readonly transportId = EVENTS;
  private readonly byGroup = new Map<string, Map<string, Registered>>();

  override addHandler(
    pattern: string,
    callback: MessageHandler,
    isEventHandler = true,
    extras: Record<string, unknown> = {},
  ): void {
    const { group, replayable, sealed, wants } = extras as unknown as EventHandlerOptions;
    const handlers = this.byGroup.get(group) ?? new Map<string, Registered>();
    if (handlers.has(pattern)) throw new Error(`two handlers of group ${group} for ${pattern}`);
    handlers.set(pattern, {
      type: pattern as EventType,
      group,
      ...(replayable === undefined ? {} : { replayable }),
      ...(sealed === undefined ? {} : { sealed }),
      ...(wants === undefined ? {} : { wants }),
      handle: async (event, context) => {
        const result: unknown = await callback(event, context);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      },
    });
    this.byGroup.set(group, handlers);
    super.addHandler(`${group} ${pattern}`, callback, isEventHandler, extras);
  }

  /** Groups with their handlers by type. */
  protected groups(): ReadonlyMap<string, ReadonlyMap<string, Registered>> {
    return this.byGroup;
  }

  abstract listen(callback: (error?: unknown) => void): void;
  abstract close(): Promise<void>;

  on(): never {
    throw new Error('an event server tells its state by readiness and metrics');
  }

  unwrap<T>(): T {
    throw new Error('an event server wraps no client');
  }
}
