import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Config, databaseUrlOf, migrateUrlOf, Readiness } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { schemaDataSource } from './data-source.js';
import { prepareDatabase } from './prepare-database.js';
import { runMigrations } from './run-migrations.js';
import type { SchemaName, SchemaOptions } from './schema-options.js';

/** `constructor(@InjectDatabase('intake') private readonly database: DataSource)` */
export function InjectDatabase(name: SchemaName): ParameterDecorator {
  return Inject(databaseToken(name));
}

/** Token of a schema's data source; the one of @nestjs/typeorm, so that `TypeOrmModule.forFeature([…], 'intake')` works as well. */
function databaseToken(name: SchemaName): ReturnType<typeof getDataSourceToken> {
  return getDataSourceToken(name);
}

/**
 * A service's database: prepared and migrated, then open as the service's own role with search_path = its schema. Global in the process,
 * so that libraries find it by its name. Import it once, in the service's own module.
 */
export function databaseModule(options: SchemaOptions): DynamicModule {
  const token = databaseToken(options.name);
  const closing = Symbol(`close ${options.name}`);
  const providers: Provider[] = [
    { provide: token, inject: [Config], useFactory: (config: Config) => openDatabase(options, config) },
    {
      provide: closing,
      inject: [token, Readiness],
      useFactory: (database: DataSource, readiness: Readiness) => new OpenDatabase(options.name, database, readiness),
    },
  ];
  return { module: DatabaseModule, global: true, providers, exports: [token] };
}

@Module({})
class DatabaseModule {}

/** Says whether the database answers, and closes it after everything that uses it. */
@Injectable()
class OpenDatabase implements OnApplicationShutdown {
  constructor(
    name: string,
    private readonly database: DataSource,
    readiness: Readiness,
  ) {
    readiness.register(`database-${name}`, async () => {
      await database.query('SELECT 1');
      return { ok: true };
    });
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.database.isInitialized) await this.database.destroy();
  }
}

async function openDatabase(options: SchemaOptions, config: Config): Promise<DataSource> {
  if (config.shape === 'embedded') await prepareDatabase(config.databaseUrl);
  const migrateUrl = migrateUrlOf(config);
  if (migrateUrl) await runMigrations(migrateUrl, options);
  const database = await schemaDataSource(databaseUrlOf(config, options.name), options).initialize();
  if (!migrateUrl && (await database.showMigrations())) {
    await database.destroy();
    throw new Error(`schema ${options.name} is not up to date: run the migrations as huiying_migrate`);
  }
  return database;
}
