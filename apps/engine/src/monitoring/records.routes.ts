import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AnyRecord, type Engine, passes, type Position, type RecordFilter, type Store } from '@huiying/engine';
import { keyOf, limitIn } from './admin.routes.js';
import { recordJson } from './json-of.js';
import { HttpError } from './router.js';
import type { RouteRequest, Routes } from './router.js';

const HEARTBEAT_MS = 15_000;

/**
 * The record feed. `GET /admin/records?after=<position>[&limit=][&valueType=JOB&valueType=…][&processInstanceKey=]` gives a page,
 * with `Accept: text/event-stream` a stream that goes on: `id:` is the position, `data:` the record; `Last-Event-ID` goes before
 * `after`. Every few seconds an `id:` without data says how far all was looked at, so that a reader of few records does not stay
 * behind. 410 says that records after this position are no longer kept, and from where on they are (`oldest`); also where the log has
 * not come so far, so that the position is one of another log.
 */
export function recordRoutes(engine: Engine, store: Store): Routes {
  return {
    'GET /admin/records': async (request) => {
      const after = positionOf(request);
      // Asked before: what commits while a page is read may lie behind its end.
      const { committedPosition } = engine.figures();
      if (after > committedPosition) throw gone(after, await store.oldest());
      await refuseGone(store, after);
      const filter = filterOf(request.query);
      if (request.raw.headers.accept?.includes('text/event-stream')) {
        stream(engine, request.response, after, filter);
        return undefined;
      }
      const limit = limitIn(request.query);
      const records = await store.read(after, limit, filter);
      const oldest = await refuseGone(store, after);
      const last = records.at(-1)?.position ?? after;
      const next = records.length === limit ? last : Math.max(last, committedPosition);
      return { status: 200, body: { items: records.map(recordJson), next, oldest } };
    },
  };
}

/** @throws HttpError 410 where records after the position were dropped */
async function refuseGone(store: Store, after: Position): Promise<Position> {
  const oldest = await store.oldest();
  if (after >= oldest) return oldest;
  throw gone(after, oldest);
}

function gone(after: Position, oldest: Position): HttpError {
  const reason = `records are kept after position ${String(oldest)}, not after ${String(after)}`;
  return new HttpError(410, 'history-gone', reason, { oldest });
}

function positionOf({ raw, query }: RouteRequest): Position {
  const last = raw.headers['last-event-id'];
  return keyOf((typeof last === 'string' && last) || (query.get('after') ?? '0'), 'after');
}

function filterOf(query: URLSearchParams): RecordFilter {
  const types = query.getAll('valueType');
  const instance = query.get('processInstanceKey');
  return {
    ...(types.length > 0 ? { valueTypes: types } : {}),
    ...(instance === null ? {} : { processInstanceKey: keyOf(instance, 'processInstanceKey') }),
  };
}

function stream(engine: Engine, response: ServerResponse, after: Position, filter: RecordFilter): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write(': records\n\n');
  let told = after;
  const heartbeat = setInterval(() => response.write(`:\nid: ${String(told)}\n\n`), HEARTBEAT_MS);
  const end = engine.subscribe(after, async (records) => {
    // Positions have no gaps: records were dropped before this reader had them. It comes again and hears 410.
    if (records[0]?.position !== told + 1) return void response.destroy();
    told = records.at(-1)?.position ?? told;
    const text = records
      .filter((record) => passes(record, filter))
      .map(event)
      .join('');
    // A reader that is slow gets no more before it has taken this.
    if (text && !response.write(text) && !response.destroyed) await drained(response);
  });
  response.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
}

/** Until the reader took everything or is gone; what waited for the other of the two is taken off again. */
async function drained(response: ServerResponse): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  } finally {
    waiting.abort();
  }
}

function event(record: AnyRecord): string {
  return `id: ${String(record.position)}\nevent: record\ndata: ${JSON.stringify(recordJson(record))}\n\n`;
}
