/** A refusal of the server, RFC 9457. `type` is the stable code, `detail` its sentence in the language of the page. */
export interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  status?: number;
  traceId?: string;
  errors?: ProblemField[];
  params?: Record<string, string | number>;
}
export interface ProblemField {
  field: string;
  code: string;
  /** The code's sentence in the language of the page. */
  text?: string;
  params?: Record<string, string | number>;
}

export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
    /** Seconds that the server asks to wait. */
    readonly retryAfter?: number,
  ) {
    super(body.detail ?? body.title ?? String(status));
  }
  /** Last part of `type`: `urn:huiying:problem:task-claimed`, a URL or the bare code all give `task-claimed`. */
  get code(): string {
    return (this.body.type ?? '').split(/[/:#]/).at(-1) ?? '';
  }
}

/** No answer came: the device is offline, or the server is gone. Whether a write arrived is unknown. */
export class NoAnswer extends Error {}

export interface Send {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  /** Makes a repeat harmless; only with it a write is tried again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** The answer is a file: a Blob instead of JSON. */
  file?: true;
  /** Goes on when the page is closed. */
  keepalive?: boolean;
}

const RETRIES = 2;
const BACKOFF_MS = 700;

/** 5xx and lost replies are tried twice more where that is harmless, 4xx never (console.md §2). */
export async function request<T>(path: string, send: Send = {}): Promise<T> {
  const repeatable = (send.method ?? 'GET') === 'GET' || send.method === 'PUT' || send.idempotencyKey !== undefined;
  for (let attempt = 0; ; attempt++) {
    try {
      return await once<T>(path, send);
    } catch (error) {
      const passing = error instanceof NoAnswer || (error instanceof ProblemError && error.status >= 500);
      if (!passing || !repeatable || attempt >= RETRIES || send.signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * (attempt + 1)));
    }
  }
}

async function once<T>(path: string, send: Send): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang === 'en' ? 'en' : 'zh-CN',
    ...send.headers,
  };
  if (send.idempotencyKey) headers['Idempotency-Key'] = send.idempotencyKey;
  if (send.json !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method: send.method ?? 'GET',
      headers,
      body: send.form ?? (send.json === undefined ? undefined : JSON.stringify(send.json)),
      signal: send.signal,
      keepalive: send.keepalive ?? false,
      cache: 'no-store',
    });
  } catch (error) {
    if (send.signal?.aborted) throw error;
    throw new NoAnswer('no answer', { cause: error });
  }
  if (send.file && response.ok) return (await response.blob()) as T;
  const text = await response.text().catch(() => '');
  const body = parse(text);
  if (response.ok) return body as T;
  const wait = Number(response.headers.get('Retry-After'));
  throw new ProblemError(response.status, body ?? {}, wait > 0 ? wait : undefined);
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 128 random bits; `crypto.randomUUID` does not exist on a page served without TLS in a local network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
