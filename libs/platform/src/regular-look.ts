import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from './log/logger.js';

/**
 * Looks again and again, on the machine's time, for what no person starts: first `everyMs` after the start, then so long after each look
 * has ended. The process ends only after the look that is under way; a long one asks whether it `isStopping`.
 */
export abstract class RegularLook implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();
  protected isStopping = false;

  constructor(
    protected readonly log: Logger,
    private readonly name: string,
    private readonly everyMs: number,
  ) {}

  abstract look(): Promise<unknown>;

  /** What comes of a look that throws: told as `<name>.postponed`, unless a subclass knows better. The next one comes all the same. */
  protected failed(error: unknown): Promise<void> | void {
    this.log.warn(`${this.name}.postponed`, {}, error);
  }

  onApplicationBootstrap(): void {
    this.lookLater();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  private lookLater(): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => {
      this.underWay = this.lookOnce()
        .catch((error: unknown) => this.log.warn(`${this.name}.postponed`, {}, error))
        .then(() => this.lookLater());
    }, this.everyMs);
    this.timer.unref();
  }

  private async lookOnce(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      await this.failed(error);
    }
  }
}
