import { Injectable } from '@nestjs/common';
import { Config, Problem } from '@huiying/platform';
import type { JobRecord } from './engine-record.js';
import { eventsOf } from './sse.js';

interface InstanceDetail {
  elements: { key: string; flowScopeKey: string }[];
  variables: { scopeKey: string; name: string; value: unknown }[];
}

const TIMEOUT_MS = 10_000;

/** The engine's monitoring endpoints, as far as the tasklist follows them. */
@Injectable()
export class EngineMonitoring {
  /** False once the address proved to be a plain gateway's, which has no feed. */
  isThere = true;

  constructor(private readonly config: Config) {}

  /**
   * Job records after a position, without end.
   * @throws Problem unavailable · `feed-missing` where there is none (a Zeebe cluster) · `feed-gone` when the history is no longer kept
   */
  async *jobs(after: number, signal: AbortSignal): AsyncGenerator<JobRecord> {
    const response = await this.get(`/admin/records?after=${after}&valueType=JOB`, signal, 'text/event-stream');
    if (response.status === 404) {
      this.isThere = false;
      throw new Problem('feed-missing', 'missing');
    }
    if (response.status === 410) throw new Problem('feed-gone', 'gone');
    if (!response.ok || !response.body) throw new Problem('unavailable', 'unavailable');
    for await (const { data } of eventsOf(response.body)) yield JSON.parse(data) as JobRecord;
  }

  /** Variables that an element instance sees, inner ones before outer ones; undefined when it is no longer alive. */
  async variablesOf(instanceKey: string, elementInstanceKey: string): Promise<Record<string, unknown> | undefined> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await this.get(`/admin/process-instances/${instanceKey}`, signal, 'application/json');
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Problem('unavailable', 'unavailable');
    return visible((await response.json()) as InstanceDetail, instanceKey, elementInstanceKey);
  }

  private async get(path: string, signal: AbortSignal, accept: string): Promise<Response> {
    try {
      return await fetch(`${this.config.monitoringUrl}${path}`, { signal, headers: { accept } });
    } catch (error) {
      throw new Problem('unavailable', 'unavailable', { cause: error });
    }
  }
}

/** Pure: the variables of the instance, overlaid by those of every scope down to the element. */
function visible(
  detail: InstanceDetail,
  instanceKey: string,
  elementInstanceKey: string,
): Record<string, unknown> | undefined {
  const parents = new Map(detail.elements.map(({ key, flowScopeKey }) => [key, flowScopeKey]));
  if (!parents.has(elementInstanceKey)) return undefined;
  const scopes: string[] = [];
  for (let key: string | undefined = elementInstanceKey; key !== undefined; key = parents.get(key)) {
    scopes.unshift(key);
    if (key === instanceKey) break;
  }
  const merged: Record<string, unknown> = {};
  for (const scope of [instanceKey, ...scopes])
    for (const { scopeKey, name, value } of detail.variables) if (scopeKey === scope) merged[name] = value;
  return merged;
}
