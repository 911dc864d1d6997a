/** A wait that can be cut short: by NOTIFY, by a stop. A wake while nobody waits is kept for the next wait. */
export class Wake {
  private pending = false;
  private release: (() => void) | undefined;

  wake(): void {
    this.pending = true;
    this.release?.();
  }

  /** Answers whether it was woken, or the time ran out. */
  async wait(ms: number): Promise<boolean> {
    if (!this.pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.release = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const woken = this.pending;
    this.release = undefined;
    this.pending = false;
    return woken;
  }
}
