import type { Key } from '../record/key.js';

/** Keys by some value, in the order in which they were added. */
export class IndexOfKeys<T> {
  private readonly sets = new Map<T, Set<Key>>();

  add(value: T, key: Key): void {
    const set = this.sets.get(value);
    if (set) set.add(key);
    else this.sets.set(value, new Set([key]));
  }

  remove(value: T, key: Key): void {
    const set = this.sets.get(value);
    if (!set?.delete(key)) return;
    if (set.size === 0) this.sets.delete(value);
  }

  /** A copy: the index may change while it is walked through. */
  of(value: T): Key[] {
    const set = this.sets.get(value);
    return set ? [...set] : [];
  }

  first(value: T): Key | undefined {
    return this.sets.get(value)?.values().next().value;
  }

  count(value: T): number {
    return this.sets.get(value)?.size ?? 0;
  }
}
