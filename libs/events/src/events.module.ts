import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Clock } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { Outbox } from './outbox/outbox.js';

export function outboxToken(schema: string): string {
  return `huiying:outbox:${schema}`;
}

/** `@InjectOutbox('intake') outbox: Outbox` */
export function InjectOutbox(schema: string): ParameterDecorator {
  return Inject(outboxToken(schema));
}

@Module({})
class EventsModule {}

const modules = new Map<string, DynamicModule>();

/** Outbox, relay and consumers of a schema. The same module for the same schema, so features may import it again. */
export function eventsModule(schema: string): DynamicModule {
  const known = modules.get(schema);
  if (known) return known;
  const module: DynamicModule = {
    module: EventsModule,
    global: true,
    providers: [
      {
        provide: outboxToken(schema),
        useFactory: (dataSource: DataSource, clock: Clock) =>
          new Outbox(dataSource, clock, { service: schema.replaceAll('_', '-') }),
        inject: [getDataSourceToken(schema), Clock],
      },
    ],
    exports: [outboxToken(schema)],
  };
  modules.set(schema, module);
  return module;
}
