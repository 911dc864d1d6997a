import { type DynamicModule, Module } from '@nestjs/common';
import { eventLogMigrations } from '@huiying/events';
import { databaseModule } from '@huiying/persistence';
import { provideFactsLoader, vaultMigrations } from '@huiying/platform';
import './integrations.problems.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { EventLogReadModel } from './events/event-log.read-model.js';
import { EventStreams } from './events/event-streams.js';
import { EventsController } from './events/events.controller.js';
import { LogRetention } from './events/log-retention.js';
import { GrantsController } from './grants/grants.controller.js';
import { GrantsService } from './grants/grants.service.js';
import { EventGrants1764000500000 } from './migrations/1764000500000-EventGrants.js';
import { Webhooks1795702000000 } from './migrations/1795702000000-Webhooks.js';
import { INTEGRATIONS } from './schema.js';
import { DeliveryBook } from './webhooks/delivery-book.js';
import { WebhookFactsLoader } from './webhooks/webhook.facts.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

/** The event log outside: pages, stream, webhooks, catalogue, grants. */
@Module({})
export class IntegrationsModule {
  static forRoot(): DynamicModule {
    return {
      module: IntegrationsModule,
      imports: [
        databaseModule({ name: 'events', migrations: eventLogMigrations, poolSize: 1 }),
        databaseModule({
          name: INTEGRATIONS,
          migrations: [EventGrants1764000500000, ...vaultMigrations, Webhooks1795702000000],
        }),
      ],
      controllers: [CatalogueController, EventsController, GrantsController, WebhooksController],
      providers: [
        EventLogReadModel,
        EventStreams,
        LogRetention,
        GrantsService,
        WebhooksService,
        DeliveryBook,
        WebhookSender,
        ...provideFactsLoader(WebhookFactsLoader),
      ],
    };
  }
}
