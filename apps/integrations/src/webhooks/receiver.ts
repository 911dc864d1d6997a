import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Outcome } from './delivery.decider.js';
import type { CheckedAddress } from './receiver-address.js';

const TIMEOUT_MS = 15_000;
const KEPT_BYTES = 1_024;

export interface ReceiverAnswer extends Outcome {
  /** First KiB of the answer, null where nobody answered. */
  answer: string | null;
}

/** Sends a body to the address that was checked. A redirect is not followed. Never throws: nobody there is status null. */
export function sendTo(
  url: URL,
  { address, family }: CheckedAddress,
  headers: Record<string, string>,
  body: string,
): Promise<ReceiverAnswer> {
  const lookup: LookupFunction = (_name, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const options = {
    method: 'POST',
    lookup,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'huiying-webhooks',
      ...headers,
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  return new Promise((resolve) => {
    const nobody = () => resolve({ status: null, answer: null });
    const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
      const kept: Buffer[] = [];
      let size = 0;
      const finish = () => {
        const retryAfterSeconds = Number(response.headers['retry-after']);
        resolve({
          status: response.statusCode ?? null,
          // PostgreSQL keeps no NUL in a text.
          answer: Buffer.concat(kept).subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\0', '\uFFFD'),
          ...(Number.isFinite(retryAfterSeconds) ? { retryAfterSeconds } : {}),
        });
        response.destroy();
      };
      response.on('data', (chunk: Buffer) => {
        kept.push(chunk);
        size += chunk.length;
        if (size >= KEPT_BYTES) finish();
      });
      response.on('end', finish);
      response.on('error', finish);
    });
    outgoing.on('error', nobody);
    outgoing.end(body);
  });
}
