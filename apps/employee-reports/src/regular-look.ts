import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '@huiying/platform';

/**
 * Looks again and again, on the machine's time, for what no person starts. A look that fails is told as `<name>.postponed` and comes again
 * with the next; the process ends only after the one that is under way.
 */
export abstract class RegularLook implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: Logger,
    private readonly name: string,
    private readonly everyMs: number,
  ) {}

  abstract run(): Promise<void>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.run().catch((error: unknown) => this.log.warn(`${this.name}.postponed`, {}, error));
    }, this.everyMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
