import { Injectable } from '@nestjs/common';
import { Config, Problem } from '@huiying/platform';
import { type EngineTask, type JobRecord, taskOf, USER_TASK_TYPE } from './engine-record.js';
import { eventsOf } from './sse.js';

interface InstanceDetail {
  elements: { key: string; flowScopeKey: string }[];
  variables: { scopeKey: string; name: string; value: unknown }[];
}

/** An open job as the engine lists it. */
type OpenJob = Omit<JobRecord['value'], 'customHeaders'> & {
  key: string;
  customHeaders: Record<string, string>;
  variables: Record<string, unknown>;
};

/** A user task that is open in the engine, with the variables that it sees. */
interface OpenTask {
  task: EngineTask;
  variables: Record<string, unknown>;
}

/** How far the feed is, and the record there where it is one of those asked for. */
interface FeedStep {
  position: number;
  record?: JobRecord;
}

const TIMEOUT_MS = 10_000;
const PAGE = 1_000;

/** The engine's monitoring endpoints, as far as the tasklist follows them. */
@Injectable()
export class EngineMonitoring {
  /** False once the address proved to be a plain gateway's, which has no feed. */
  isThere = true;

  constructor(private readonly config: Config) {}

  /**
   * Job records after a position, without end.
   * @throws Problem unavailable · `feed-missing` where there is none (a Zeebe cluster) · `feed-gone` when the history is no longer kept,
   * with the position after which it is (`oldest`)
   */
  async *jobs(after: number, signal: AbortSignal): AsyncGenerator<FeedStep> {
    const response = await this.get(`/admin/records?after=${after}&valueType=JOB`, signal, 'text/event-stream');
    if (response.status === 404) {
      this.isThere = false;
      throw new Problem('feed-missing', 'missing');
    }
    if (response.status === 410) throw await goneOf(response);
    if (!response.ok || !response.body) throw new Problem('unavailable', 'unavailable');
    for await (const { id, data } of eventsOf(response.body)) {
      if (data === undefined) yield { position: Number(id) };
      else {
        const record = JSON.parse(data) as JobRecord;
        yield { position: record.position, record };
      }
    }
  }

  /** The job record at a position; undefined when it is no longer kept. */
  async jobAt(position: number): Promise<JobRecord | undefined> {
    const response = await this.ask(`/admin/records?after=${position - 1}&limit=1&valueType=JOB`);
    if (response.status === 410) return undefined;
    const { items } = await bodyOf<{ items: JobRecord[] }>(response);
    return items.find((record) => record.position === position);
  }

  /** Every user task that is open in the engine now, the oldest first. `at` is when they count as created, since no record tells. */
  async openTasks(at: Date): Promise<OpenTask[]> {
    const open: OpenTask[] = [];
    for (let next: string | null = '0'; next !== null;) {
      const path = `/admin/jobs?type=${USER_TASK_TYPE}&limit=${PAGE}&after=${next}`;
      const page: { items: OpenJob[]; next: string | null } = await bodyOf(await this.ask(path));
      for (const { key, variables, ...value } of page.items) {
        const record = { key, value, position: 0, timestamp: at.getTime(), valueType: 'JOB', intent: 'CREATED' };
        open.push({ task: taskOf(record), variables });
      }
      next = page.next;
    }
    return open;
  }

  /** Variables that an element instance sees, inner ones before outer ones; undefined when it is no longer alive. */
  async variablesOf(instanceKey: string, elementInstanceKey: string): Promise<Record<string, unknown> | undefined> {
    const response = await this.ask(`/admin/process-instances/${instanceKey}`);
    if (response.status === 404) return undefined;
    return visible(await bodyOf<InstanceDetail>(response), instanceKey, elementInstanceKey);
  }

  private ask(path: string): Promise<Response> {
    return this.get(path, AbortSignal.timeout(TIMEOUT_MS), 'application/json');
  }

  private async get(path: string, signal: AbortSignal, accept: string): Promise<Response> {
    try {
      return await fetch(`${this.config.monitoringUrl}${path}`, { signal, headers: { accept } });
    } catch (error) {
      throw new Problem('unavailable', 'unavailable', { cause: error });
    }
  }
}

/** @throws Problem unavailable, also where the answer breaks off */
async function bodyOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Problem('unavailable', 'unavailable');
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new Problem('unavailable', 'unavailable', { cause: error });
  }
}

async function goneOf(response: Response): Promise<Problem> {
  const { oldest = 0 } = (await response.json().catch(() => ({}))) as { oldest?: number };
  return new Problem('feed-gone', 'gone', { params: { oldest } });
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
