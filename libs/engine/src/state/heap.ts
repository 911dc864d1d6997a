/** A binary heap of entries by a number, equal ones by a second number. */
export class Heap {
  private readonly entries: [order: number, key: number][] = [];

  get size(): number {
    return this.entries.length;
  }

  peek(): readonly [order: number, key: number] | undefined {
    return this.entries[0];
  }

  push(order: number, key: number): void {
    const entries = this.entries;
    let at = entries.push([order, key]) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.before(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  pop(): readonly [order: number, key: number] | undefined {
    const entries = this.entries;
    const top = entries[0];
    const last = entries.pop();
    if (!top || !last || entries.length === 0) return top;
    entries[0] = last;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= entries.length) return top;
      if (below + 1 < entries.length && this.before(below + 1, below)) below++;
      if (!this.before(below, at)) return top;
      this.swap(at, below);
      at = below;
    }
  }

  private before(a: number, b: number): boolean {
    const [orderA, keyA] = this.entries[a]!;
    const [orderB, keyB] = this.entries[b]!;
    return orderA < orderB || (orderA === orderB && keyA < keyB);
  }

  private swap(a: number, b: number): void {
    const entries = this.entries;
    [entries[a], entries[b]] = [entries[b]!, entries[a]!];
  }
}
