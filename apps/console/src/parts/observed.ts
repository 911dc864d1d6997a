/** A value outside React that components follow: `useSyncExternalStore(one.subscribe, one.snapshot)`. */
export class Observed<T> {
  private readonly listeners = new Set<() => void>();

  constructor(protected state: T) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): T => this.state;

  protected set(state: T): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
