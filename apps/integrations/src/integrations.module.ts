import { type DynamicModule, Module } from '@nestjs/common';
import { eventLogMigrations } from '@huiying/events';
import { databaseModule } from '@huiying/persistence';
import './integrations.problems.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { EventLogReadModel } from './events/event-log.read-model.js';
import { EventStreams } from './events/event-streams.js';
import { EventsController } from './events/events.controller.js';
import { LogRetention } from './events/log-retention.js';
import { GrantsController } from './grants/grants.controller.js';
import { GrantsService } from './grants/grants.service.js';
import { EventGrants1764000500000 } from './migrations/1764000500000-EventGrants.js';
import { INTEGRATIONS } from './schema.js';

/** The event log outside: pages, stream, catalogue, grants. */
@Module({})
export class IntegrationsModule {
  static forRoot(): DynamicModule {
    return {
      module: IntegrationsModule,
      imports: [
        databaseModule({ name: 'events', migrations: eventLogMigrations, poolSize: 1 }),
        databaseModule({ name: INTEGRATIONS, migrations: [EventGrants1764000500000] }),
      ],
      controllers: [CatalogueController, EventsController, GrantsController],
      providers: [EventLogReadModel, EventStreams, LogRetention, GrantsService],
    };
  }
}
