/**
 * Why a command is refused. The first five are Zeebe's rejection types; the gateway maps them to gRPC:
 * INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS, INVALID_STATE → FAILED_PRECONDITION, PROCESSING_ERROR → INTERNAL,
 * DEADLINE_EXCEEDED, UNAVAILABLE, RESOURCE_EXHAUSTED to their own names.
 */
export type RefusalCode =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_STATE'
  | 'PROCESSING_ERROR'
  | 'DEADLINE_EXCEEDED'
  | 'UNAVAILABLE'
  | 'RESOURCE_EXHAUSTED';

/** A refusal is a value. It says what was expected and what stood against it, and names keys and ids only, never contents. */
export class Refusal {
  readonly refused = true;

  constructor(
    readonly code: RefusalCode,
    readonly message: string,
  ) {}
}

export function isRefusal(outcome: object): outcome is Refusal {
  return outcome instanceof Refusal;
}
