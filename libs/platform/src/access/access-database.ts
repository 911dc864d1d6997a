import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../config/config.js';
import { databaseUrlOf } from '../config/database-url.js';

/**
 * The platform's own small pool, for schema access: directory, relations, audit of reads. Opened at the first use, because the
 * schemas are made while the services' modules start.
 */
@Injectable()
export class AccessDatabase implements OnApplicationShutdown {
  private opening: Promise<DataSource> | undefined;

  constructor(private readonly config: Config) {}

  /** As EntityManager.query: the type parameter is the whole result. */
  async query<T>(sql: string, params: unknown[] = []): Promise<T> {
    return (await this.open()).query<T>(sql, params);
  }

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return (await this.open()).transaction(work);
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.opening)?.destroy();
  }

  private open(): Promise<DataSource> {
    this.opening ??= new DataSource({
      type: 'postgres',
      url: databaseUrlOf(this.config, 'access'),
      extra: { max: 5, options: '-c search_path=access', application_name: 'huiying access' },
      installExtensions: false,
    })
      .initialize()
      .catch((error: unknown) => {
        this.opening = undefined;
        throw error;
      });
    return this.opening;
  }
}
