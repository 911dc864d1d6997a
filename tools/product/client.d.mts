export class Client {
  get(path: string, headers?: Record<string, string>): Promise<unknown>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<unknown>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<unknown>;
}
