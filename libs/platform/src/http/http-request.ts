import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../access/request-context.js';

/** What express adds to a request, as far as we use it. */
export interface HttpRequest extends IncomingMessage {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  originalUrl?: string;
  access?: RequestContext;
}
