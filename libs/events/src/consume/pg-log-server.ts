import { isRestricted } from '@huiying/contracts';
import type { Logger } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { type LogTable, moveCursor } from '../log/cursor.js';
import { pruneSealed } from '../log/event-log.js';
import { LogTail, type Positioned, readPage } from '../log/log-reader.js';
import type { DirectSession } from '../session/direct-session.js';
import { Wake } from '../session/wake.js';
import type { EventHandling } from './event-handling.js';
import { EventServer, type Registered } from './event-server.js';
import { pruneInbox } from './inbox.js';
import { inKeyOrder } from './keyed.js';

const PAGE = 200;
/** Readers are woken by what they wait for; this only moves the cursors of those who waited for nothing, and mends a lost wake. */
const POLL_MS = 5_000;
const KEYS_AT_ONCE = 8;
const PRUNE_EVERY_MS = 3_600_000;

interface Reader {
  readonly alarm: Wake;
  readonly table: LogTable;
  readonly types: readonly string[];
}

/** Serves the handlers of a schema from the event log in PostgreSQL: one reader per group and table among all replicas. */
export class PgLogServer extends EventServer {
  private readonly stop = new AbortController();
  private readonly readers: Reader[] = [];
  private readonly appended = new Wake();
  private running: Promise<unknown> = Promise.resolve();
  private pruning: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly session: DirectSession,
    private readonly log: Logger,
    private readonly handling: EventHandling,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.session.listen('events_appended', (table) => this.heard(table));
    const readers = [...this.groups()].flatMap(([group, handlers]) =>
      tables(handlers).map(([table, registered]) => this.read(group, table, registered)),
    );
    this.running = Promise.all([...readers, ...(readers.length > 0 ? [this.wakeReaders()] : [])]);
    if (readers.length > 0) {
      this.pruning = setInterval(() => void this.prune(), PRUNE_EVERY_MS);
      this.pruning.unref();
    }
    callback();
  }

  /** Lets running handlers finish, reads nothing more. */
  async close(): Promise<void> {
    clearInterval(this.pruning);
    this.stop.abort();
    this.appended.wake();
    for (const { alarm } of this.readers) alarm.wake();
    await this.running;
  }

  /** Handler of a parked event, for its replay. */
  handlerOf(group: string, type: string): Registered | undefined {
    return this.groups().get(group)?.get(type);
  }

  /** Groups that read the open log: how far one is with restricted events is said to nobody. */
  openGroups(): string[] {
    return [...this.groups()].flatMap(([group, handlers]) => ([...handlers.keys()].every(isRestricted) ? [] : [group]));
  }

  /** `table`: where something was added; after a reconnect it may be anywhere. */
  private heard(table: string): void {
    if (table !== 'restricted_event_log') this.appended.wake();
    if (table === 'event_log') return;
    for (const reader of this.readers) if (reader.table === 'restricted_event_log') reader.alarm.wake();
  }

  /** One look at the end of the open log for all groups: an event wakes those that want its type. */
  private async wakeReaders(): Promise<void> {
    const tail = new LogTail(this.dataSource.manager);
    while (!this.stop.signal.aborted) {
      if (!(await this.appended.wait(POLL_MS))) continue;
      const news = await tail.news().catch(() => undefined);
      for (const { alarm, table, types } of this.readers) {
        if (table === 'event_log' && (!news || types.some((type) => news.has(type)))) alarm.wake();
      }
    }
  }

  private async read(group: string, table: LogTable, handlers: ReadonlyMap<string, Registered>): Promise<void> {
    const alarm = new Wake();
    const types = [...handlers.keys()];
    this.readers.push({ alarm, table, types });
    while (!this.stop.signal.aborted) {
      let full = false;
      try {
        if (await this.session.lead(`consumer:${group}:${table}`))
          full = await this.page(group, table, types, handlers);
      } catch (error) {
        this.log.warn('consumer.read-failed', { group }, error);
      }
      if (!full && !this.stop.signal.aborted) await alarm.wait(POLL_MS);
    }
  }

  /** Handles one page; answers whether there may be more. */
  private async page(
    group: string,
    table: LogTable,
    types: readonly string[],
    handlers: ReadonlyMap<string, Registered>,
  ): Promise<boolean> {
    const { manager } = this.dataSource;
    const { after, items, end } = await readPage(manager, table, { group, types, limit: PAGE });
    const done = new Set<string>();
    await inKeyOrder(
      items,
      ({ event }) => event.partitionkey,
      KEYS_AT_ONCE,
      async ({ position, event }) => {
        const registered = handlers.get(event.type);
        if (registered && (await this.handling.handle(registered, event, this.stop.signal)) === 'stopped') return false;
        done.add(position);
        return true;
      },
    );
    const reached = finishedPrefix(items, done, end);
    if (reached !== undefined && reached !== after) await moveCursor(manager, group, table, reached);
    return items.length === PAGE;
  }

  private async prune(): Promise<void> {
    const { manager } = this.dataSource;
    await pruneInbox(manager).catch((error: unknown) => this.log.warn('inbox.prune-failed', {}, error));
    if (this.readers.some(({ table, types }) => table === 'restricted_event_log' && !types.every(isRestricted)))
      await pruneSealed(manager).catch((error: unknown) => this.log.warn('sealed-log.prune-failed', {}, error));
  }
}

/** Position up to which everything is finished; undefined = nothing. */
function finishedPrefix(items: readonly Positioned[], done: ReadonlySet<string>, end: string): string | undefined {
  const open = items.findIndex(({ position }) => !done.has(position));
  return open === -1 ? end : items[open - 1]?.position;
}

/** Events of one key are all in one of the tables, so that its order stands. */
function tables(handlers: ReadonlyMap<string, Registered>): [LogTable, ReadonlyMap<string, Registered>][] {
  const open = new Map([...handlers].filter(([type]) => !isRestricted(type)));
  const restricted = new Map([...handlers].filter(([type, { sealed }]) => isRestricted(type) || sealed));
  const both: [LogTable, Map<string, Registered>][] = [
    ['event_log', open],
    ['restricted_event_log', restricted],
  ];
  return both.filter(([, some]) => some.size > 0);
}
