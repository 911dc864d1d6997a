import { Logger } from './log/logger.js';
import { RegularLook } from './regular-look.js';

const EVERY_MS = 100;

class Rounds extends RegularLook {
  begun = 0;
  ended = 0;
  readonly failures: unknown[] = [];
  private end: () => void = () => undefined;

  constructor(
    private readonly onLook: (round: number) => void = () => undefined,
    private readonly onFailure: () => void = () => undefined,
  ) {
    super(Logger.silent(), 'rounds', EVERY_MS);
  }

  async look(): Promise<void> {
    this.begun++;
    this.onLook(this.begun);
    await new Promise<void>((resolve) => (this.end = resolve));
    this.ended++;
  }

  protected override failed(error: unknown): void {
    this.failures.push(error);
    this.onFailure();
  }

  async endLook(): Promise<void> {
    this.end();
    await jest.advanceTimersByTimeAsync(0);
  }
}

describe('RegularLook', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks again so long after the look before has ended, never twice at once', async () => {
    const rounds = new Rounds();
    rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(rounds.begun).toBe(0);
    await jest.advanceTimersByTimeAsync(1 + 5 * EVERY_MS);
    expect(rounds.begun).toBe(1);

    await rounds.endLook();
    await jest.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(rounds.begun).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(rounds.begun).toBe(2);
  });

  it('looks again after a look that failed, and after a failure that could not be dealt with', async () => {
    const away = new Error('away');
    const rounds = new Rounds(
      (round) => {
        if (round < 3) throw away;
      },
      () => {
        throw new Error('away, too');
      },
    );
    rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(3 * EVERY_MS);
    expect(rounds.failures).toEqual([away, away]);
    expect(rounds.begun).toBe(3);
  });

  it('ends only after the look that is under way, and looks no more', async () => {
    const rounds = new Rounds();
    rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    let hasStopped = false;
    const stopped = rounds.onApplicationShutdown().then(() => (hasStopped = true));
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(hasStopped).toBe(false);

    await rounds.endLook();
    await stopped;
    expect(rounds.ended).toBe(1);
    await jest.advanceTimersByTimeAsync(3 * EVERY_MS);
    expect(rounds.begun).toBe(1);
  });
});
