import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { type FieldError, Problem, PROBLEM_STATUS, type ProblemKind } from '../problem/problem.js';
import { currentTraceparent } from '../http/trace-context.js';
import { InternalAddress } from './internal-address.js';
import { ServiceTokens } from './service-tokens.js';

const TIMEOUT_MS = 10_000;
/** seconds */
const RETRY_AFTER = 2;

/** Calls other services' `/internal` routes: the same HTTP whether they are in this process or another. */
@Injectable()
export class ServiceClient {
  constructor(
    private readonly config: Config,
    private readonly tokens: ServiceTokens,
    private readonly own: InternalAddress,
  ) {}

  /**
   * @param path begins with `/internal/`
   * @throws Problem as the other service answered it (code, kind, errors); `unavailable` when it cannot be reached
   */
  get<T>(service: string, path: string): Promise<T> {
    return this.call<T>('GET', service, path);
  }

  /** @throws as `get` */
  post<T>(service: string, path: string, body: unknown = {}): Promise<T> {
    return this.call<T>('POST', service, path, body);
  }

  private async call<T>(method: string, service: string, path: string, body?: unknown): Promise<T> {
    const base = this.config.serviceUrls[service] ?? this.own.url;
    const response = await this.send(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.tokens.token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...traceHeader(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw await problemOf(response);
    return (response.status === 204 ? undefined : await reached(response.json())) as T;
  }

  private send(url: string, init: RequestInit): Promise<Response> {
    return reached(fetch(url, init));
  }
}

/** Nobody answers, too late, or the answer breaks off: later helps. */
async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Problem('unavailable', 'unavailable', { cause: error, retryAfter: RETRY_AFTER });
  }
}

function traceHeader(): Record<string, string> {
  const traceparent = currentTraceparent();
  return traceparent ? { traceparent } : {};
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as {
    type?: string;
    errors?: FieldError[];
    params?: Record<string, string | number>;
  };
  if (response.status >= 500)
    return new Problem('unavailable', 'unavailable', { cause: body.type, retryAfter: RETRY_AFTER });
  const kinds = Object.keys(PROBLEM_STATUS) as ProblemKind[];
  const kind = kinds.find((candidate) => PROBLEM_STATUS[candidate] === response.status);
  return new Problem(body.type ?? 'fault', kind ?? 'fault', {
    ...(body.errors ? { errors: body.errors } : {}),
    ...(body.params ? { params: body.params } : {}),
  });
}
