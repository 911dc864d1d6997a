import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  InternalCase,
  InternalHandling,
  InternalRegistration,
  ProjectFacts,
  TaskOutcome,
} from '@huiying/contracts';

/** What the other services answer in a test, over the same HTTP as in production. */
export class Neighbours {
  readonly cases = new Map<string, InternalCase>();
  readonly registrations = new Map<string, InternalRegistration>();
  /** Case → outside authorities named on it. */
  readonly authorities = new Map<string, string[]>();
  readonly handlings = new Map<string, InternalHandling>();
  /** Case → round of handling, 1 where none is named. */
  readonly rounds = new Map<string, number>();
  readonly outcomes = new Map<string, TaskOutcome>();
  readonly projects = new Map<string, ProjectFacts>();
  /** Any other route: path with query, `/internal/…` → body. */
  readonly others = new Map<string, unknown>();
  /** `METHOD /internal/…` and body of every request, oldest first. */
  readonly asked: { route: string; body: unknown }[] = [];
  private server: Server;

  async listen(): Promise<string> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        this.asked.push({ route: `${request.method} ${request.url}`, body: text ? JSON.parse(text) : undefined });
        const body = this.answerTo(request.url ?? '');
        response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body ?? { type: 'not-found' }));
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private answerTo(url: string): unknown {
    if (this.others.has(url)) return this.others.get(url);
    const [, , kind, id = '', part] = (url.split('?')[0] ?? '').split('/').map(decodeURIComponent);
    if (kind === 'cases' && part === 'authorities') return { unitIds: this.authorities.get(id) ?? [] };
    if (kind === 'cases') return (part === 'registration' ? this.registrations : this.cases).get(id);
    if (kind === 'handlings' && part === 'round') return { round: this.rounds.get(id) ?? 1 };
    if (kind === 'handlings') return this.handlings.get(id);
    if (kind === 'outcomes') return this.outcomes.get(id);
    if (kind === 'projects') return this.projects.get(id);
    return undefined;
  }
}
