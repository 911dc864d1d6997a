import type { AnyRecord, Position } from '../record/record.js';
import type { Store } from '../store/store.js';

const CHUNK = 500;
/** So many records are kept at hand for those who follow closely. */
const RECENT = 4000;

export type RecordListener = (records: readonly AnyRecord[]) => void | Promise<void>;

/** Gives committed records to subscribers, each at its own pace. */
export class RecordFeed {
  private recent: AnyRecord[] = [];
  private readonly followers = new Set<Follower>();

  constructor(private readonly store: Store) {}

  committed(records: readonly AnyRecord[]): void {
    // Without a hole: a position is found by its distance from the first one.
    if (records.length >= RECENT) this.recent = records.slice(-RECENT);
    else this.recent.push(...records);
    if (this.recent.length > 2 * RECENT) this.recent = this.recent.slice(-RECENT);
    for (const follower of this.followers) follower.wake();
  }

  subscribe(after: Position, listener: RecordListener, onError: (error: unknown) => void): () => void {
    const follower = new Follower(after, (position) => this.read(position), listener, onError);
    this.followers.add(follower);
    follower.wake();
    return () => {
      follower.end();
      this.followers.delete(follower);
    };
  }

  private async read(after: Position): Promise<readonly AnyRecord[]> {
    const first = this.recent[0]?.position;
    if (first === undefined || after < first - 1) return this.store.read(after, CHUNK);
    const from = after - first + 1;
    return this.recent.slice(from, from + CHUNK);
  }
}

class Follower {
  private running = false;
  private woken = false;
  private ended = false;

  constructor(
    private position: Position,
    private readonly read: (after: Position) => Promise<readonly AnyRecord[]>,
    private readonly listener: RecordListener,
    private readonly onError: (error: unknown) => void,
  ) {}

  wake(): void {
    this.woken = true;
    if (this.running) return;
    this.running = true;
    void this.follow();
  }

  end(): void {
    this.ended = true;
  }

  private async follow(): Promise<void> {
    while (this.woken && !this.ended) {
      this.woken = false;
      try {
        if (await this.deliver()) this.woken = true;
      } catch (error) {
        // it goes on with the next commit, from the same record
        this.onError(error);
      }
    }
    // in the same turn as the last look: nobody can have been woken unheard
    this.running = false;
  }

  private async deliver(): Promise<boolean> {
    const records = await this.read(this.position);
    const last = records.at(-1);
    if (!last || this.ended) return false;
    await this.listener(records);
    this.position = last.position;
    return true;
  }
}
