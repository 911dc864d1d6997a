import type { Key } from '../record/key.js';

/** Keys by some value, in the order in which they were added. Most values have one key only, and then no set is made. */
export class IndexOfKeys<T> {
  private readonly keys = new Map<T, Key | Set<Key>>();

  add(value: T, key: Key): void {
    const known = this.keys.get(value);
    if (known === undefined) this.keys.set(value, key);
    else if (typeof known !== 'number') known.add(key);
    else if (known !== key) this.keys.set(value, new Set([known, key]));
  }

  remove(value: T, key: Key): void {
    const known = this.keys.get(value);
    if (known === key) this.keys.delete(value);
    else if (typeof known === 'object' && known.delete(key) && known.size === 0) this.keys.delete(value);
  }

  /** A copy: the index may change while it is walked through. */
  of(value: T): Key[] {
    const known = this.keys.get(value);
    if (known === undefined) return [];
    return typeof known === 'number' ? [known] : [...known];
  }

  first(value: T): Key | undefined {
    const known = this.keys.get(value);
    return typeof known === 'object' ? known.values().next().value : known;
  }

  count(value: T): number {
    const known = this.keys.get(value);
    return typeof known === 'object' ? known.size : known === undefined ? 0 : 1;
  }
}
