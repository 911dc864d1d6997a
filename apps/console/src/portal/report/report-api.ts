import type { FileReport, FollowedReport, NamedInReport, PortalOrganisation, ReportReceipt } from '@huiying/contracts';
import { acceptLanguage, word } from './words.js';

/** What the server refuses, as sentences. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly lines: string[],
  ) {
    super(lines.join('\n'));
  }
}

interface ProblemBody {
  detail?: string;
  errors?: { text?: string }[];
}

const BASE = '/api/portal/reports';

/** Companies to choose from; none where the list does not come, then the report goes to the default one. */
export async function organisations(): Promise<PortalOrganisation[]> {
  return send<PortalOrganisation[]>('GET', '/api/portal/organisations', '').catch(() => []);
}

export function file(report: FileReport): Promise<ReportReceipt> {
  return send('POST', BASE, '', JSON.stringify(report));
}

export function read({ reportNo, receipt }: ReportReceipt): Promise<FollowedReport> {
  return send('GET', `${BASE}/${encodeURIComponent(reportNo)}`, receipt);
}

export function say(
  { reportNo, receipt }: ReportReceipt,
  text: string,
  named: NamedInReport[],
): Promise<FollowedReport> {
  const body = JSON.stringify({ text, ...(named.length > 0 ? { named } : {}) });
  return send('POST', `${BASE}/${encodeURIComponent(reportNo)}/messages`, receipt, body);
}

/** @param asItIs kept as it was sent, hidden content and all */
export function attach({ reportNo, receipt }: ReportReceipt, sent: File, asItIs: boolean): Promise<FollowedReport> {
  const form = new FormData();
  if (asItIs) form.append('asItIs', 'true');
  // The name that the file has on the device stays there.
  form.append('file', sent, 'file');
  return send('POST', `${BASE}/${encodeURIComponent(reportNo)}/attachments`, receipt, form);
}

/** @throws Refusal for whatever the server says, and where it does not answer */
async function send<T>(method: string, path: string, receipt: string, body?: string | FormData): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': acceptLanguage() };
  if (receipt !== '') headers['x-tracking-code'] = receipt;
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const answer = await fetch(path, {
    method,
    headers,
    body: body ?? null,
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => undefined);
  const said = (await answer?.json().catch(() => ({}))) as unknown;
  if (answer?.ok) return said as T;
  if (!answer || answer.status >= 500) throw new Refusal(answer?.status ?? 0, [word('noAnswer')]);
  if (answer.status === 404) throw new Refusal(404, [word('missing')]);
  const { detail = '', errors = [] } = said as ProblemBody;
  const lines = errors.flatMap(({ text }) => text ?? []);
  throw new Refusal(answer.status, lines.length > 0 ? lines : [detail]);
}
