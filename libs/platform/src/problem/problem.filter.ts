import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { currentTraceId } from '../http/trace-context.js';
import { Logger } from '../log/logger.js';
import { Problem, PROBLEM_STATUS, type ProblemKind } from './problem.js';
import { languageOf, textOf } from './texts.js';

interface HttpError {
  status?: number;
  type?: string;
}

/** Every error becomes RFC 9457 `application/problem+json`; what went wrong inside stays inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<IncomingMessage>();
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const problem = asProblem(error);
    if (problem.status >= 500) this.logger.error('http.failed', { code: problem.code, status: problem.status }, error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(request, response, problem);
  }
}

/** Writes a problem outside Nest as well (middleware). */
export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const language = languageOf(request.headers['accept-language']);
  const traceId = currentTraceId();
  const body = {
    type: problem.code,
    status: problem.status,
    title: textOf(problem.code, language, problem.params),
    detail: textOf(problem.code, language, problem.params),
    ...(Object.keys(problem.params).length > 0 ? { params: problem.params } : {}),
    ...(problem.errors.length > 0
      ? { errors: problem.errors.map((error) => ({ ...error, text: textOf(error.code, language, error.params) })) }
      : {}),
    // The same answer for "not there" and "not yours" must not differ by a trace id's presence; it is always there.
    ...(traceId ? { traceId } : {}),
  };
  response.statusCode = problem.status;
  response.setHeader('content-type', 'application/problem+json; charset=utf-8');
  response.setHeader('content-language', language === 'zh' ? 'zh-CN' : 'en');
  response.setHeader('cache-control', 'no-store');
  if (problem.retryAfter !== undefined) response.setHeader('retry-after', String(problem.retryAfter));
  if (problem.status === 401) response.setHeader('www-authenticate', challengeOf(problem));
  response.end(JSON.stringify(body));
}

/** RFC 9470: what the client asks its provider for, so that the next token is fresh enough. */
function challengeOf({ code, params }: Problem): string {
  return code === 'step-up-required'
    ? `Bearer error="insufficient_user_authentication", max_age=${String(params['maxAge'])}`
    : 'Bearer';
}

/** What other layers throw, in our terms; unknown errors are faults. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as HttpError | null)?.status;
  const type = (error as HttpError | null)?.type;
  if (type === 'entity.too.large' || status === 413) return new Problem('too-large', 'too-large', { cause: error });
  if (status === 415) return new Problem('unsupported-type', 'unsupported', { cause: error });
  if (status === 404) return new Problem('not-found', 'missing', { cause: error });
  if (status === 405) return new Problem('not-found', 'missing', { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    const kinds = Object.keys(PROBLEM_STATUS) as ProblemKind[];
    const kind = kinds.find((candidate) => PROBLEM_STATUS[candidate] === status) ?? 'malformed';
    const code: Partial<Record<ProblemKind, string>> = {
      unauthenticated: 'unauthenticated',
      forbidden: 'forbidden',
      conflict: 'conflict',
      'too-many': 'too-many',
    };
    return new Problem(code[kind] ?? 'malformed-body', kind, { cause: error });
  }
  return isPassing(error)
    ? new Problem('unavailable', 'unavailable', { cause: error, retryAfter: 2 })
    : new Problem('fault', 'fault', { cause: error });
}

/** PostgreSQL shutting down, restarting, refusing connections or ending one of two transactions that wait for each other: later helps. */
function isPassing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  const driverCode = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  const codes = [
    '57P01',
    '57P02',
    '57P03',
    '08000',
    '08003',
    '08006',
    '53300',
    '40001',
    '40P01',
    '55P03',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
  ];
  return [code, driverCode].some((candidate) => typeof candidate === 'string' && codes.includes(candidate));
}
