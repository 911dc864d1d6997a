import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../access/access-database.js';
import { Readiness } from '../health/readiness.js';
import { Logger } from '../log/logger.js';
import { RegularLook } from '../regular-look.js';
import { linkAudit, unlinkedAge } from './audit-chain.js';

const EVERY_MS = 1_000;
/** Entries that stay unlinked for longer are a person's business. */
const LATE_MS = 10_000;

/** Links the audit's entries once a second; several processes may run it, one at a time does. */
@Injectable()
export class AuditChainer extends RegularLook {
  constructor(
    private readonly database: AccessDatabase,
    private readonly readiness: Readiness,
    logger: Logger,
  ) {
    super(logger, 'audit-chain', EVERY_MS);
  }

  override onApplicationBootstrap(): void {
    this.readiness.register('audit', async () => {
      const late = (await unlinkedAge(this.database)) > LATE_MS;
      return late ? { ok: false, detail: 'entries are not linked' } : { ok: true };
    });
    super.onApplicationBootstrap();
  }

  async look(): Promise<void> {
    while ((await linkAudit(this.database)) > 0 && !this.isStopping);
  }
}
