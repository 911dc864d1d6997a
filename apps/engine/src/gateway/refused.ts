import { status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { Refusal } from '@huiying/engine';
import type { RefusalCode } from '@huiying/engine';

/** The one place that says which gRPC code a refusal has. */
const CODES: Record<RefusalCode, status> = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
  DEADLINE_EXCEEDED: status.DEADLINE_EXCEEDED,
  UNAVAILABLE: status.UNAVAILABLE,
  RESOURCE_EXHAUSTED: status.RESOURCE_EXHAUSTED,
};

/** A request that is wrong in itself, before the engine sees it. */
export class InvalidRequest extends Error {}

/** What the caller gets: the refusal's text, or for a defect no more than that there is one. */
export function statusOf(cause: unknown, method: string): Pick<ServiceError, 'code' | 'details'> {
  if (cause instanceof Refusal) return { code: CODES[cause.code], details: refusalText(cause, method) };
  if (cause instanceof InvalidRequest) return { code: status.INVALID_ARGUMENT, details: cause.message };
  return { code: status.INTERNAL, details: `Unexpected error while handling '${method}'; the engine's log has it` };
}

function refusalText({ code, message }: Refusal, method: string): string {
  return `Command '${method}' rejected with code '${code}': ${message}`;
}

export function isDefect(cause: unknown): boolean {
  return !(cause instanceof Refusal || cause instanceof InvalidRequest);
}
