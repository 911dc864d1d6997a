import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, ModuleRef, Reflector } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Clock, Config, currentTraceparent, Logger, Readiness } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import './events.problems.js';
import { currentCausationId } from './consume/event-scope.js';
import { EventsRuntime } from './events-runtime.js';
import { EventsMetrics } from './metrics/events.metrics.js';
import { OpsController } from './ops/ops.controller.js';
import { OpsRegistry } from './ops/ops-registry.js';
import { Outbox } from './outbox/outbox.js';

export function outboxToken(schema: string): string {
  return `huiying:outbox:${schema}`;
}

/** `@InjectOutbox('intake') outbox: Outbox` */
export function InjectOutbox(schema: string): ParameterDecorator {
  return Inject(outboxToken(schema));
}

/** What the schemas of a process share: operator's routes and metrics. */
@Module({
  controllers: [OpsController],
  providers: [OpsRegistry, EventsMetrics],
  exports: [OpsRegistry, EventsMetrics],
})
class EventsOpsModule {}

@Module({})
class EventsModule {}

const modules = new Map<string, DynamicModule>();

/**
 * Outbox, relay and consumers of a schema, on the data source of that name. The same module for the same schema, so that features may
 * import it again. Consumers are any providers with `@OnEvent` methods whose group begins with the schema's name.
 */
export function eventsModule(schema: string): DynamicModule {
  const known = modules.get(schema);
  if (known) return known;
  const module: DynamicModule = {
    module: EventsModule,
    global: true,
    imports: [DiscoveryModule, EventsOpsModule],
    providers: [
      {
        provide: outboxToken(schema),
        useFactory: (dataSource: DataSource, clock: Clock, config: Config) =>
          new Outbox(dataSource, clock, {
            service: schema.replaceAll('_', '-'),
            sourceBase: config.eventSourceBase,
            traceparent: currentTraceparent,
            causationId: currentCausationId,
          }),
        inject: [getDataSourceToken(schema), Clock, Config],
      },
      {
        provide: `huiying:events-runtime:${schema}`,
        useFactory: (
          dataSource: DataSource,
          log: Logger,
          modules: ModuleRef,
          discovery: DiscoveryService,
          reflector: Reflector,
          readiness: Readiness,
          ops: OpsRegistry,
          metrics: EventsMetrics,
        ) => new EventsRuntime(schema, { dataSource, log, modules, discovery, reflector, readiness, ops, metrics }),
        inject: [
          getDataSourceToken(schema),
          Logger,
          ModuleRef,
          DiscoveryService,
          Reflector,
          Readiness,
          OpsRegistry,
          EventsMetrics,
        ],
      },
    ],
    exports: [outboxToken(schema)],
  };
  modules.set(schema, module);
  return module;
}
