import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, Reflector } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type Outbox, outboxToken } from '@huiying/events';
import { Clock, Logger } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { Gateway } from './gateway/gateway.js';
import { GatewayModule } from './gateway/gateway.module.js';
import { WorkerHost } from './workers/worker-host.js';

@Module({})
class ZeebeModule {}

/** The workers of a service (all `@ZeebeWorker` classes whose job contract names it), on the database of its schema. */
export function zeebeModule(schema: string): DynamicModule {
  const service = schema.replaceAll('_', '-');
  return {
    module: ZeebeModule,
    imports: [GatewayModule, DiscoveryModule],
    providers: [
      {
        provide: `huiying:worker-host:${schema}`,
        useFactory: (
          discovery: DiscoveryService,
          reflector: Reflector,
          gateway: Gateway,
          database: DataSource,
          outbox: Outbox,
          clock: Clock,
          log: Logger,
        ) => new WorkerHost(service, discovery, reflector, gateway, database, outbox, clock, log),
        inject: [DiscoveryService, Reflector, Gateway, getDataSourceToken(schema), outboxToken(schema), Clock, Logger],
      },
    ],
  };
}
