import type { DynamicModule, ModuleMetadata, Provider, Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { ServiceName } from '@huiying/contracts';
import { eventsMigrations, eventsModule, Outbox, outboxToken } from '@huiying/events';
import { completedFormsConsumer, formMigrations, FormRecords, FormsModule } from '@huiying/forms';
import { databaseModule, type SchemaName, type SchemaOptions } from '@huiying/persistence';
import { vaultMigrations } from '@huiying/platform';
import { zeebeMigrations, zeebeModule } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { CaseFacts } from './cases/case-facts.js';
import { CompletedTask } from './cases/completed-task.js';
import { LimitDays } from './calendar/limit-days.js';
import { OfficeHoursTable } from './calendar/office-hours-table.js';
import { PostTable } from './cases/post-table.js';
import { ProjectRegister } from './cases/project-register.js';
import { Roles } from './cases/roles.js';
import { Staff } from './cases/staff.js';
import { OwnNumbers1795600000031 } from './numbers/own-number.migration.js';
import { OwnNumbers } from './numbers/own-numbers.js';

/** What is a service's own; everything else every service has. */
export interface ServiceParts {
  name: ServiceName;
  entities?: SchemaOptions['entities'];
  /** The service's own, after those of the libraries. */
  migrations: SchemaOptions['migrations'];
  controllers?: Type[];
  /** `@ZeebeWorker`, `@FormOwner` and `@OnEvent` classes among them find their place by themselves. */
  providers: Provider[];
  imports?: ModuleMetadata['imports'];
}

/** Schema of a service: tables of outbox, inbox, jobs, keys, forms and numbers, then its own. */
export function serviceSchema({ name, entities = [], migrations }: ServiceParts): SchemaOptions {
  return {
    name: schemaOf(name),
    entities,
    migrations: [
      ...eventsMigrations,
      ...zeebeMigrations,
      ...vaultMigrations,
      ...formMigrations,
      OwnNumbers1795600000031,
      ...migrations,
    ],
  };
}

/**
 * A service: its database, outbox, workers and forms. Inside it `DataSource` and `Outbox` are its own, asked for by class:
 * `constructor(private readonly database: DataSource, private readonly outbox: Outbox)`.
 */
export function serviceModule(module: Type, parts: ServiceParts): DynamicModule {
  const schema = schemaOf(parts.name);
  return {
    module,
    imports: [
      databaseModule(serviceSchema(parts)),
      eventsModule(schema),
      zeebeModule(schema),
      FormsModule,
      ...(parts.imports ?? []),
    ],
    controllers: parts.controllers ?? [],
    providers: [...ownOf(schema), completedFormsConsumer(parts.name), ...parts.providers],
  };
}

/** What a service has by class, out of what its process has by the name of its schema. */
export function ownOf(schema: SchemaName): Provider[] {
  return [
    { provide: Outbox, useExisting: outboxToken(schema) },
    { provide: DataSource, useExisting: getDataSourceToken(schema) },
    FormRecords,
    OwnNumbers,
    CaseFacts,
    CompletedTask,
    LimitDays,
    OfficeHoursTable,
    PostTable,
    ProjectRegister,
    Roles,
    Staff,
  ];
}

function schemaOf(name: ServiceName): SchemaName {
  return name.replaceAll('-', '_') as SchemaName;
}
