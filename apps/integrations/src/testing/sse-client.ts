import { get as httpGet, type IncomingMessage } from 'node:http';

interface SseEvent {
  id: string;
  event: string;
  data: { id: string; position: string; data: { files: number } };
}

export interface SseClient {
  readonly events: SseEvent[];
  readonly comments: string[];
  /** What a browser sends as Last-Event-ID when it connects again. */
  readonly lastId: string;
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Resolves when the server ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads a stream as a browser would. */
export function openSse(url: string, token: string, headers: Record<string, string> = {}): Promise<SseClient> {
  return new Promise((resolve, reject) => {
    const request = httpGet(url, { headers: { authorization: `Bearer ${token}`, ...headers } }, (response) => {
      const events: SseEvent[] = [];
      const comments: string[] = [];
      let text = '';
      let lastId = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const lines = block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? ['', '']);
          const field = (name: string) => lines.find(([key]) => key === name)?.[1] ?? '';
          lastId = field('id') || lastId;
          if (block.startsWith(':')) comments.push(block);
          else if (field('data'))
            events.push({
              id: field('id'),
              event: field('event'),
              data: JSON.parse(field('data')) as SseEvent['data'],
            });
        }
      });
      const ended = new Promise<void>((done) => response.once('close', () => done()));
      response.on('error', () => undefined);
      resolve({
        events,
        comments,
        get lastId() {
          return lastId;
        },
        status: response.statusCode ?? 0,
        headers: response.headers,
        ended,
        close: () => request.destroy(),
      });
    });
    request.once('error', reject);
  });
}
