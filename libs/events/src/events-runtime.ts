import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { type DiscoveryService, MetadataScanner, type ModuleRef, type Reflector } from '@nestjs/core';
import type { Logger, Readiness, ReadinessState } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { EventHandling } from './consume/event-handling.js';
import { EVENT_HANDLER, type EventHandlerMetadata } from './consume/on-event.js';
import { PgLogServer } from './consume/pg-log-server.js';
import type { EventsMetrics } from './metrics/events.metrics.js';
import { consumerLags } from './log/consumer-lag.js';
import type { OpsRegistry } from './ops/ops-registry.js';
import { OutboxOps } from './ops/outbox-ops.js';
import { isSealedSchema } from './ops/sealed-rows.js';
import { outboxStates, parkedCounts } from './ops/outbox-state.js';
import { OUTBOX_KINDS } from './outbox/outbox-row.js';
import { Backoff } from './relay/backoff.js';
import { EventLogOutlet } from './relay/event-log-outlet.js';
import type { Outlet } from './relay/outlet.js';
import { OutboxReader } from './relay/outbox-reader.js';
import { Relay } from './relay/relay.js';
import { type RelaySink, relaySinkToken, type SinkKind } from './relay/relay-sink.js';
import { SinkOutlet } from './relay/sink-outlet.js';
import { DirectSession } from './session/direct-session.js';

const MEASURE_EVERY_MS = 10_000;
/** Age at which readiness names the oldest row (events.md §4). */
const OLD_SECONDS = 600;

export interface RuntimeParts {
  readonly dataSource: DataSource;
  readonly log: Logger;
  readonly modules: ModuleRef;
  readonly discovery: DiscoveryService;
  readonly reflector: Reflector;
  readonly readiness: Readiness;
  readonly ops: OpsRegistry;
  readonly metrics: EventsMetrics;
}

/** Relay, consumers and operator's view of one schema, from the start of the process to its end. */
export class EventsRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly session: DirectSession;
  private readonly server: PgLogServer;
  private relays: Relay[] = [];
  private measuring: NodeJS.Timeout | undefined;

  constructor(
    private readonly schema: string,
    private readonly parts: RuntimeParts,
  ) {
    const { dataSource, log, metrics, ops, readiness } = parts;
    this.session = new DirectSession(dataSource, log);
    const handling = new EventHandling(dataSource, log, (...labels) => metrics.countHandled(...labels));
    this.server = new PgLogServer(dataSource, this.session, log, handling);
    ops.add(new OutboxOps(schema, dataSource, handling, (group, type) => this.server.handlerOf(group, type)));
    readiness.register(`events ${schema}`, () => this.state());
  }

  onApplicationBootstrap(): void {
    this.addHandlers();
    this.relays = OUTBOX_KINDS.flatMap((kind) => this.relayOf(kind) ?? []);
    for (const relay of this.relays) relay.start();
    this.server.listen((error) => {
      if (error) this.parts.log.error('events.server-failed', { schema: this.schema }, error);
    });
    if (isSealedSchema(this.schema)) return;
    this.measuring = setInterval(() => void this.measure(), MEASURE_EVERY_MS);
    this.measuring.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.measuring);
    await Promise.all([this.server.close(), ...this.relays.map((relay) => relay.stop())]);
    await this.session.stop();
  }

  private relayOf(kind: (typeof OUTBOX_KINDS)[number]): Relay | undefined {
    const { dataSource, log } = this.parts;
    const reader = new OutboxReader(dataSource, kind);
    const backoff = new Backoff();
    let outlet: Outlet;
    if (kind === 'event') outlet = new EventLogOutlet(dataSource, reader, backoff, log, this.schema);
    else {
      const sink = this.sinkOf(kind);
      if (!sink) return undefined;
      outlet = new SinkOutlet(reader, sink, backoff, log, this.schema);
    }
    return new Relay(this.schema, reader, outlet, backoff, this.session, log);
  }

  private sinkOf(kind: SinkKind): RelaySink | undefined {
    for (const token of [relaySinkToken(kind, this.schema), relaySinkToken(kind)]) {
      try {
        return this.parts.modules.get<string, RelaySink>(token, { strict: false });
      } catch {
        continue; // nobody in this process takes that kind
      }
    }
    return undefined;
  }

  /** Every `@OnEvent` method in the process whose group belongs to this schema. */
  private addHandlers(): void {
    const { discovery, ops, reflector } = this.parts;
    const scanner = new MetadataScanner();
    const known = new Set<object>();
    for (const { instance } of [...discovery.getProviders(), ...discovery.getControllers()]) {
      if (typeof instance !== 'object' || instance === null || known.has(instance as object)) continue;
      known.add(instance as object);
      const methods = instance as Record<string, (...args: unknown[]) => unknown>;
      for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[name];
        const metadata = method && reflector.get<EventHandlerMetadata | undefined>(EVENT_HANDLER, method);
        if (!method || !metadata) continue;
        const schema = schemaOf(metadata.group);
        if (!ops.of(schema)) throw new Error(`consumer group ${metadata.group} belongs to no outbox of this process`);
        if (schema !== this.schema) continue;
        const { types, ...options } = metadata;
        const callback = (...args: unknown[]) => Promise.resolve(method.apply(instance, args));
        for (const type of types) this.server.addHandler(type, callback, true, options);
      }
    }
  }

  private async state(): Promise<ReadinessState> {
    const states = await outboxStates(this.parts.dataSource);
    const parked = await parkedCounts(this.parts.dataSource);
    const sum = (of: 'held' | 'parked') => states.reduce((total, state) => total + state[of], 0);
    // A mail server that is away stops letters, which the gauge of their age shows; everything else goes on.
    const ours = states.filter(({ kind }) => kind !== 'notice');
    const oldest = Math.max(0, ...ours.map(({ oldestSeconds }) => oldestSeconds));
    const counts = {
      held: sum('held'),
      parked: sum('parked'),
      parkedEvents: parked.reduce((total, { events }) => total + events, 0),
    };
    const shown = isSealedSchema(this.schema) ? {} : { counts };
    return oldest > OLD_SECONDS ? { ok: false, detail: 'outbox-stands-still', ...shown } : { ok: true, ...shown };
  }

  private async measure(): Promise<void> {
    const { dataSource, log, metrics } = this.parts;
    try {
      const states = await outboxStates(dataSource);
      for (const kind of OUTBOX_KINDS) {
        const state = states.find((one) => one.kind === kind);
        const labels = { schema: this.schema, kind };
        for (const count of ['rows', 'held', 'parked'] as const)
          metrics.outboxRows.set({ ...labels, state: count === 'rows' ? 'all' : count }, state?.[count] ?? 0);
        metrics.outboxOldest.set(labels, state?.oldestSeconds ?? 0);
      }
      const groups = this.server.openGroups();
      const parked = await parkedCounts(dataSource);
      for (const group of groups) metrics.parked.set({ group }, parked.find((one) => one.group === group)?.events ?? 0);
      for (const { group, events, seconds } of await consumerLags(dataSource, groups)) {
        metrics.lagEvents.set({ group }, events);
        metrics.lagSeconds.set({ group }, seconds);
      }
    } catch (error) {
      log.warn('events.measure-failed', { schema: this.schema }, error);
    }
  }
}

/** `warranty-routing.surveys` → `warranty_routing`. */
function schemaOf(group: string): string {
  return (group.split('.', 1)[0] ?? '').replaceAll('-', '_');
}
