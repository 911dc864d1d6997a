/** Keys that wait after a failure: 1 s doubling to 30 s, on the machine's monotonic time (never moved by a controlled clock). */
export class Backoff {
  private readonly waits = new Map<string, { ms: number; until: number }>();

  constructor(
    private readonly firstMs = 1_000,
    private readonly maxMs = 30_000,
    private readonly time: () => number = () => performance.now(),
  ) {}

  failed(key: string): number {
    const ms = Math.min((this.waits.get(key)?.ms ?? this.firstMs / 2) * 2, this.maxMs);
    this.waits.set(key, { ms, until: this.time() + ms });
    return ms;
  }

  passed(key: string): void {
    this.waits.delete(key);
  }

  /** Keys that may not be tried yet. */
  waiting(): string[] {
    const now = this.time();
    return [...this.waits].filter(([, { until }]) => until > now).map(([key]) => key);
  }

  /** Until the first of them may be tried; undefined = none waits. */
  nextInMs(): number | undefined {
    const now = this.time();
    const rest = [...this.waits.values()].map(({ until }) => until - now).filter((ms) => ms > 0);
    return rest.length > 0 ? Math.min(...rest) : undefined;
  }
}
