import { ClockOwner, Problem } from '@huiying/platform';
import { DataSource } from 'typeorm';
import type { MovableClock } from './monitoring/clock.routes.js';
import { HttpError } from './monitoring/router.js';

/** A process that follows the clock counts as gone when it was silent for so long. */
const FOLLOWER_ALIVE = "interval '5 seconds'";

interface EngineClockOptions {
  controlled: boolean;
  /** see {@link ClockOwner} */
  startsAt?: number | null;
}

/** The clock of the whole shape, which this process owns: its row says how far it is from the machine's time. */
export class EngineClock implements MovableClock {
  private readonly moved = new Set<() => Promise<void>>();

  private constructor(
    private readonly database: DataSource,
    private readonly owner: ClockOwner,
    readonly controlled: boolean,
  ) {}

  /**
   * While services follow the clock it does not go back behind the newest record of a process instance; an engine that runs alone (the
   * conformance kit) may be set to any time, as Zeebe may.
   */
  static async open(databaseUrl: string, { controlled, startsAt = null }: EngineClockOptions): Promise<EngineClock> {
    const database = new DataSource({
      type: 'postgres',
      url: databaseUrl,
      installExtensions: false,
      extra: { max: 2, application_name: 'huiying engine (clock)' },
    });
    await database.initialize();
    const followed = async () => {
      const [row] = await database.query<{ followed: boolean }[]>(
        `SELECT EXISTS (SELECT FROM clock.clock_follower WHERE seen_at > clock_timestamp() - ${FOLLOWER_ALIVE}) AS followed`,
      );
      return row?.followed === true;
    };
    const owner = await ClockOwner.open(database, {
      latestKept: async () => ((await followed()) ? latestOfInstances(database) : undefined),
      startsAt: controlled ? startsAt : null,
    });
    return new EngineClock(database, owner, controlled);
  }

  now(): number {
    return this.owner.now().getTime();
  }

  /** What is to happen before a move is answered. */
  onMoved(work: () => Promise<void>): void {
    this.moved.add(work);
  }

  async add(offsetMilli: number): Promise<void> {
    await this.move(this.owner.add(offsetMilli));
  }

  async pin(epochMilli: number): Promise<void> {
    await this.move(this.owner.pin(epochMilli));
  }

  async reset(): Promise<void> {
    await this.move(this.owner.reset());
  }

  async close(): Promise<void> {
    await this.database.destroy();
  }

  private async move(moved: Promise<Date>): Promise<void> {
    try {
      await moved;
    } catch (error) {
      if (error instanceof Problem && error.code === 'clock-back')
        throw new HttpError(409, 'clock-back', 'the clock does not go back behind records that are kept');
      // The clock's row is in the database; whatever keeps it from being written will pass.
      throw new HttpError(503, 'unavailable', 'the database cannot be reached');
    }
    for (const work of this.moved) await work();
  }
}

/** Deployments do not count: they are made at every start, before anybody has set the clock. */
async function latestOfInstances(database: DataSource): Promise<number | undefined> {
  const [row] = await database.query<{ batch: string }[]>(
    `SELECT batch FROM engine.record_batch WHERE batch LIKE '%"PROCESS_INSTANCE"%' ORDER BY segment DESC, position DESC LIMIT 1`,
  );
  if (!row) return undefined;
  const records = JSON.parse(row.batch) as { valueType: string; timestamp: number }[];
  return Math.max(
    ...records.filter(({ valueType }) => valueType === 'PROCESS_INSTANCE').map(({ timestamp }) => timestamp),
  );
}
