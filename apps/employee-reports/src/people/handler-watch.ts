import { Injectable } from '@nestjs/common';
import { Logger, RegularLook } from '@huiying/platform';
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
export class HandlerWatch extends RegularLook {
  constructor(
    private readonly database: DataSource,
    private readonly reports: Reports,
    private readonly named: NamedPersons,
    log: Logger,
  ) {
    super(log, 'handler-watch', LOOK_MS);
  }

  /** One report at a time, each in a transaction of its own: nobody waits for a look at all of them. */
  async look(): Promise<void> {
    for (const reportNo of await this.reports.openNumbers(this.database.manager))
      await this.database.transaction(async (manager) => {
        const report = await this.reports.find(manager, reportNo, true);
        if (report?.state === 'open') await this.named.recheck(manager, report, true);
      });
  }
}
