import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Middleware, nonceOf } from './security-headers.js';

/** Stands in the built page wherever the style nonce belongs (Vite: `html.cspNonce`). */
const NONCE_MARK = '__CSP_NONCE__';
const NOT_PAGES = /^\/(api|internal|health|metrics|assets)(\/|$)/;

const PORTAL = /^\/p(\/|$)/;
/** Employee reports: an entry that shares no bundle with the portal (access.md §5). */
const REPORT = /^\/p\/report\/?$/;

/** Serves the built console: files by their names, and for every other address the page of reports, of the portal (`/p/**`) or of the staff. */
export function serveConsole(app: NestExpressApplication, consoleDir: string): void {
  const root = resolve(consoleDir);
  const page = join(root, 'index.html');
  if (!existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  const portalPage = join(root, 'p', 'index.html');
  const portalHtml = existsSync(portalPage) ? readFileSync(portalPage, 'utf8') : html;
  const reportPage = join(root, 'p', 'report', 'index.html');
  const reportHtml = existsSync(reportPage) ? readFileSync(reportPage, 'utf8') : portalHtml;
  const htmlOf = (path: string) => (REPORT.test(path) ? reportHtml : PORTAL.test(path) ? portalHtml : html);
  const sendPage: Middleware = (request, response, next) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const isPage = request.method === 'GET' && !NOT_PAGES.test(path) && !/\.\w+$/.test(path);
    if (!isPage && path !== '/index.html') return next();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-cache');
    response.end(htmlOf(path).replaceAll(NONCE_MARK, nonceOf(response)));
  };
  app.use(sendPage);
  app.useStaticAssets(root, { index: false, maxAge: '1h' });
}
