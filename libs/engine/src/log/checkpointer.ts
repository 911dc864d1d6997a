import type { Key } from '../record/key.js';
import type { Position } from '../record/record.js';
import type { EngineState } from '../state/engine-state.js';
import { StoreUnavailable, type Checkpoint, type StateChange, type Store } from '../store/store.js';

/** Writes the state's changes in the background, so that a recovery replays a short tail only. */
export class Checkpointer {
  /** Up to which the checkpoint holds the state. */
  position: Position;
  private writing: Promise<void> | undefined;
  /** Taken, but not written: the store was away. */
  private left: readonly StateChange[] = [];

  constructor(
    private readonly store: Store,
    private readonly state: EngineState,
    private readonly every: number,
    position: Position,
  ) {
    this.position = position;
  }

  /** Called when all records up to the position are applied and durable. */
  consider(position: Position, lastKey: Key): void {
    if (this.writing || position - this.position < this.every) return;
    this.writing = this.write(position, lastKey).finally(() => (this.writing = undefined));
  }

  /** The last one, when the engine closes. */
  async finish(position: Position, lastKey: Key): Promise<void> {
    await this.writing;
    if (position > this.position) await this.write(position, lastKey);
  }

  private async write(position: Position, lastKey: Key): Promise<void> {
    const taken = this.state.takeChanges();
    const checkpoint: Checkpoint = {
      position,
      lastKey,
      changes: this.left.length ? newest([...this.left, ...taken]) : taken,
    };
    try {
      await this.store.checkpoint(checkpoint);
      this.left = [];
      this.position = position;
    } catch (error) {
      this.left = checkpoint.changes;
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

function newest(changes: readonly StateChange[]): readonly StateChange[] {
  return [...new Map(changes.map((change) => [`${change.table}/${change.key}`, change])).values()];
}
