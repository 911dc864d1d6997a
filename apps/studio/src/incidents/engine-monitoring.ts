import { Injectable } from '@nestjs/common';
import { Config, defineProblems, Problem } from '@huiying/platform';

defineProblems({
  'engine-unreachable': { zh: '引擎的监控接口暂时无法连接', en: "The engine's monitoring cannot be reached" },
  'engine-without-operations': { zh: '当前引擎不提供这项运维功能', en: 'This engine does not offer this operation' },
  'incident-unknown': { zh: '没有这个事件，可能已经解决', en: 'There is no such open incident; it may be resolved' },
  'incident-not-resolvable': { zh: '现在还不能重试：{reason}', en: 'It cannot be retried yet: {reason}' },
});

const TIMEOUT_MS = 10_000;

interface Refusal {
  message?: string;
}

/** The monitoring endpoints of the embedded engine (engine.md, Scope); a plain Zeebe cluster has no `/admin`. */
@Injectable()
export class EngineMonitoring {
  constructor(private readonly config: Config) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string): Promise<T> {
    return this.call<T>('POST', path);
  }

  private async call<T>(method: string, path: string): Promise<T> {
    const response = await this.send(method, path);
    if (response.ok) return (await response.json()) as T;
    if (response.status === 404)
      throw new Problem(method === 'GET' ? 'engine-without-operations' : 'incident-unknown', 'missing');
    if (response.status === 409) {
      const { message = '' } = (await response.json()) as Refusal;
      throw new Problem('incident-not-resolvable', 'conflict', { params: { reason: message } });
    }
    throw new Problem('engine-unreachable', 'unavailable');
  }

  private async send(method: string, path: string): Promise<Response> {
    try {
      return await fetch(`${this.config.monitoringUrl}${path}`, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      throw new Problem('engine-unreachable', 'unavailable', { cause: error });
    }
  }
}
