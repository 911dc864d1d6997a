import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();
const FORMAT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/;

/** The W3C traceparent of what is being done now: a request, a job, an event. */
export function currentTraceparent(): string | undefined {
  return storage.getStore();
}

/** Trace id of what is being done now, for problem responses and the log. */
export function currentTraceId(): string | undefined {
  return storage.getStore()?.split('-')[1];
}

/** Runs the work under the given traceparent; one that is missing or malformed is replaced by a new trace. */
export function withTrace<T>(traceparent: string | undefined, work: () => T): T {
  return storage.run(traceparent && FORMAT.test(traceparent) ? traceparent : newTraceparent(), work);
}

function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
