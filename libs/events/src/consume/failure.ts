import { Problem } from '@huiying/platform';
import { isConnectionError } from '../relay/relay-error.js';

/** transient: again without end · refused: parked at once · fault: three tries, then parked. */
export type FailureSort = 'transient' | 'refused' | 'fault';

const TRANSIENT_KINDS = new Set<Problem['kind']>(['unavailable', 'too-many']);

export function failureSort(error: unknown): FailureSort {
  if (error instanceof Problem) {
    if (TRANSIENT_KINDS.has(error.kind)) return 'transient';
    return error.kind === 'fault' ? 'fault' : 'refused';
  }
  return isConnectionError(error) ? 'transient' : 'fault';
}

/** Whether the same may succeed later without anybody's doing: a service, the gateway or the database is away or overloaded. */
export function isPassing(error: unknown): boolean {
  return failureSort(error) === 'transient';
}

/** For parked_event and the log: code or class, never a message, which could hold values. */
export function failureText(error: unknown): string {
  if (error instanceof Problem) return error.code;
  if (!(error instanceof Error)) return 'error';
  const { code } = error as { code?: unknown };
  const frame =
    (error.stack ?? '')
      .split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? '';
  const place = /([\w.-]+\.[jt]s):(\d+)/.exec(frame);
  const parts = [error.name, typeof code === 'string' ? code : '', place ? `${place[1]}:${place[2]}` : ''];
  return parts.filter(Boolean).join(' ');
}
