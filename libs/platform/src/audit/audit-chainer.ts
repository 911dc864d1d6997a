import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AccessDatabase } from '../access/access-database.js';
import { Readiness } from '../health/readiness.js';
import { Logger } from '../log/logger.js';
import { linkAudit, unlinkedAge } from './audit-chain.js';

const EVERY_MS = 1_000;
/** Entries that stay unlinked for longer are a person's business. */
const LATE_MS = 10_000;

/** Links the audit's entries once a second; several processes may run it, one at a time does. */
@Injectable()
export class AuditChainer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: AccessDatabase,
    private readonly logger: Logger,
    private readonly readiness: Readiness,
  ) {}

  onApplicationBootstrap(): void {
    this.readiness.register('audit', async () => {
      const late = (await unlinkedAge(this.database)) > LATE_MS;
      return late ? { ok: false, detail: 'entries are not linked' } : { ok: true };
    });
    this.next();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.link().finally(() => this.next());
    }, EVERY_MS);
    this.timer.unref();
  }

  private async link(): Promise<void> {
    try {
      while ((await linkAudit(this.database)) > 0 && !this.stopped);
    } catch (error) {
      this.logger.warn('audit.unlinked', {}, error);
    }
  }
}
