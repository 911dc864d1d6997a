import { Heap } from './heap.js';

/**
 * What is due when. An entry stays in the heap when the thing is gone or has another date; `dueOf` says the date that counts, and
 * entries that differ from it are thrown away when they come up.
 */
export class DueDates {
  private readonly heap = new Heap();

  constructor(private readonly dueOf: (key: number) => number | undefined) {}

  add(due: number, key: number): void {
    this.heap.push(due, key);
  }

  next(): number | undefined {
    this.dropStale();
    return this.heap.peek()?.[0];
  }

  /** The earliest that is due, and the first made of those; undefined when nothing is. It stays until its record is applied. */
  firstDue(now: number): number | undefined {
    this.dropStale();
    const top = this.heap.peek();
    return top && top[0] <= now ? top[1] : undefined;
  }

  private dropStale(): void {
    for (let top = this.heap.peek(); top && this.dueOf(top[1]) !== top[0]; top = this.heap.peek()) this.heap.pop();
  }
}
