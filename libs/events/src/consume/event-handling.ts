import { setTimeout as sleep } from 'node:timers/promises';
import { eventContract, isEventType } from '@huiying/contracts';
import { type Logger, withTrace } from '@huiying/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { CloudEvent } from '../envelope/cloud-event.js';
import type { Registered } from './event-server.js';
import { withCausation } from './event-scope.js';
import { failureSort, failureText } from './failure.js';
import { namedRow } from '../ops/sealed-rows.js';
import { Slots } from './slots.js';
import { poolSize } from '../session/pool.js';
import { admit, enter, park, parkBehind } from './inbox.js';

const TRIES = 3;
const HANDLER_MS = 20_000;
const TRANSIENT_MS = { first: 200, max: 30_000 };

/** handled, passed (not wanted) and repeat move on; stopped = the server is shutting down, the event comes again. */
export type Handled = 'handled' | 'passed' | 'repeat' | 'parked' | 'stopped';

export type CountHandled = (group: string, type: string, outcome: string) => void;

/** One event through one handler: inbox, transaction, tries, parking. The same for every transport. */
export class EventHandling {
  private readonly slots: Slots;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
    private readonly count: CountHandled = () => undefined,
    private readonly handlerMs = HANDLER_MS,
  ) {
    // A handler may ask for a second connection: if all were taken by transactions of handlers, they would wait for one another.
    this.slots = new Slots(Math.max(1, Math.floor(poolSize(dataSource) / 2)));
  }

  async handle(registered: Registered, event: CloudEvent, stop: AbortSignal): Promise<Handled> {
    const outcome = await this.settle(registered, event, stop);
    // A counter of restricted events would say how many files there are.
    if (outcome !== 'stopped' && event.dataclassification !== 'restricted')
      this.count(registered.group, event.type, outcome);
    return outcome;
  }

  /** Runs the handler in its transaction once; throws what it throws. */
  async run(registered: Registered, event: CloudEvent): Promise<'handled' | 'repeat' | 'behind-parked'> {
    const { group } = registered;
    return this.dataSource.transaction(async (manager) => {
      const admission = await admit(manager, group, event);
      if (admission !== 'fresh') return admission;
      await this.call(registered, event, manager);
      return 'handled';
    });
  }

  /** A parked event once more: out of the parking table, into the inbox and through the handler in one transaction. */
  async rerun(registered: Registered, event: CloudEvent, parkedSeq: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [gone] = await manager.query<[unknown[], number]>('delete from parked_event where seq = $1 returning seq', [
        parkedSeq,
      ]);
      if (gone.length === 0) return; // another operator was faster
      if (!isWanted(registered, event)) return; // put behind others by an earlier release, which asked later
      if (await enter(manager, registered.group, event)) await this.call(registered, event, manager);
    });
  }

  private call(registered: Registered, event: CloudEvent, manager: EntityManager): Promise<void> {
    const work = () => registered.handle(event, { manager, group: registered.group });
    return withDeadline(
      withTrace(event.traceparent, () => withCausation(event.id, work)),
      this.handlerMs,
      manager,
    );
  }

  private async settle(registered: Registered, event: CloudEvent, stop: AbortSignal): Promise<Handled> {
    if (event.replay !== undefined && !registered.replayable) return 'repeat';
    if (!sameMajor(event)) return this.putAside(registered, event, { error: 'unknown-major', attempts: 0 }, stop);
    let waitMs = TRANSIENT_MS.first;
    for (let attempts = 1; ;) {
      if (stop.aborted) return 'stopped';
      try {
        if (!isWanted(registered, event)) return 'passed';
        const outcome = await this.slots.run(() => this.run(registered, event));
        if (outcome !== 'behind-parked') return outcome;
        if (await parkBehind(this.dataSource.manager, registered.group, event)) return 'parked';
      } catch (error) {
        const sort = failureSort(error);
        const named = namedRow({ type: event.type, partitionKey: event.partitionkey });
        const fields = { group: registered.group, eventId: event.id, ...named };
        if (sort !== 'transient' && (sort === 'refused' || attempts >= TRIES)) {
          this.log.error('event.parked', { ...fields, attempt: attempts, reason: failureText(error) }, error);
          return this.putAside(registered, event, { error: failureText(error), attempts }, stop);
        }
        this.log.warn('event.failed', { ...fields, attempt: attempts, retryInMs: waitMs }, error);
        if (sort === 'fault') attempts++;
        await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined);
        waitMs = Math.min(waitMs * 2, TRANSIENT_MS.max);
      }
    }
  }

  /** Without end, since an event that can be neither handled nor parked must not be passed over. */
  private async putAside(
    { group }: Registered,
    event: CloudEvent,
    failure: { error: string; attempts: number },
    stop: AbortSignal,
  ): Promise<Handled> {
    let waitMs = TRANSIENT_MS.first;
    while (!stop.aborted) {
      try {
        await park(this.dataSource.manager, group, event, failure);
        return 'parked';
      } catch (error) {
        this.log.warn('event.parking-failed', { group, eventId: event.id, retryInMs: waitMs }, error);
        await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined);
        waitMs = Math.min(waitMs * 2, TRANSIENT_MS.max);
      }
    }
    return 'stopped';
  }
}

function isWanted(registered: Registered, event: CloudEvent): boolean {
  return registered.wants?.(event) ?? true;
}

function sameMajor({ type, dataschema }: CloudEvent): boolean {
  if (!isEventType(type)) return false;
  const major = /:(\d+)\.\d+$/.exec(dataschema)?.[1];
  return major === eventContract(type).version.split('.')[0];
}

/**
 * A handler that is late works on: its connection is cut, or a statement of it that waits behind the rollback would be carried out all
 * the same, outside of any transaction.
 */
async function withDeadline(work: Promise<void>, ms: number, manager: EntityManager): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HandlerTooSlow()), ms);
  });
  try {
    await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof HandlerTooSlow) await cut(manager);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function cut(manager: EntityManager): Promise<void> {
  const client = (await manager.queryRunner?.connect()) as { end(): Promise<void> } | undefined;
  void client?.end().catch(() => undefined); // from this call on it takes no more statements
}

class HandlerTooSlow extends Error {
  override readonly name = 'HandlerTooSlow';
}
