import { AsyncLocalStorage } from 'node:async_hooks';

/** Event that is being handled: what the outbox appends meanwhile was caused by it. */
const scope = new AsyncLocalStorage<{ readonly causationId: string }>();

export function currentCausationId(): string | undefined {
  return scope.getStore()?.causationId;
}

export function withCausation<T>(causationId: string, work: () => T): T {
  return scope.run({ causationId }, work);
}
