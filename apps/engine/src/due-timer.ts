import type { Engine } from '@huiying/engine';

const INTERVAL_MS = 50;

/** Lets the engine fire what is due: every moment, and at once when the clock was moved. */
export class DueTimer {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly now: () => number,
    private readonly onTrouble: (cause: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      if (!this.running && this.isDue()) void this.fire().catch(this.onTrouble);
    }, INTERVAL_MS);
  }

  /** Resolves when nothing is due any more and it is committed. */
  async fire(): Promise<void> {
    await this.running;
    this.running = this.engine.tick().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running?.catch(this.onTrouble);
  }

  private isDue(): boolean {
    const due = this.engine.nextDue();
    return due !== undefined && due <= this.now() && this.engine.available;
  }
}
