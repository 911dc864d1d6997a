import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@huiying/platform';
import { DataSource } from 'typeorm';
import { Reports } from '../record/reports.js';
import { NamedPersons } from './named-persons.js';

/** How often it is looked, on the machine's time. */
const LOOK_MS = 120_000;

/**
 * A handler who left, took a role of the platform or came to work below somebody named is replaced, also where no limit would ever move
 * the task on (access.md §5 "a leaver's row goes").
 */
@Injectable()
export class HandlerWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly reports: Reports,
    private readonly named: NamedPersons,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.run().catch((error: unknown) => this.log.warn('handler-watch.postponed', {}, error));
    }, LOOK_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One report at a time, each in a transaction of its own: nobody waits for a look at all of them. */
  async run(): Promise<void> {
    for (const reportNo of await this.reports.openNumbers(this.database.manager))
      await this.database.transaction(async (manager) => {
        const report = await this.reports.find(manager, reportNo, true);
        if (report?.state === 'open') await this.named.recheck(manager, report, true);
      });
  }
}
