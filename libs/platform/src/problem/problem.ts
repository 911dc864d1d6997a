import type { TextParams } from './texts.js';

/** What a refusal means to HTTP, to a worker and to the log. */
export const PROBLEM_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  rejected: 422,
  'too-many': 429,
  fault: 500,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof PROBLEM_STATUS;

/** One field that was refused. `code` has a registered text; the value itself is never repeated (it may be personal). */
export interface FieldError {
  /** Path in the body: `contact.phone`, `measures.0.group`. */
  field: string;
  code: string;
  params?: TextParams;
}

export interface ProblemOptions {
  errors?: FieldError[];
  /** For the text; never personal data of a complainant. */
  params?: TextParams;
  /** Seconds after which it is worth trying again (header Retry-After). */
  retryAfter?: number;
  cause?: unknown;
}

/** A refusal with a stable code (RFC 9457 `type`) whose texts are registered by `defineProblems`. */
export class Problem extends Error {
  readonly errors: FieldError[];
  readonly params: TextParams;
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: string,
    readonly kind: ProblemKind,
    options: ProblemOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'Problem';
    this.errors = options.errors ?? [];
    this.params = options.params ?? {};
    this.retryAfter = options.retryAfter;
  }

  get status(): number {
    return PROBLEM_STATUS[this.kind];
  }
}
