import { isRefusal } from '@huiying/engine';
import type { Engine, IncidentView, Key } from '@huiying/engine';
import { withTextKeys } from './json-of.js';
import { HttpError } from './router.js';
import type { Route, Routes } from './router.js';

const PAGE = 100;
const LARGEST_PAGE = 1_000;

/** Operations on a running engine: what is alive, what is stuck, and trying again. */
export function adminRoutes(engine: Engine): Routes {
  return {
    'GET /admin/incidents': ({ query }) => ({
      status: 200,
      body: { items: engine.incidents({ processInstanceKey: keyIn(query, 'processInstanceKey') }).map(withTextKeys) },
    }),
    'POST /admin/incidents/:key/retry': retry(engine),
    'GET /admin/process-instances': ({ query }) => {
      const limit = limitIn(query);
      const items = engine.processInstances({
        bpmnProcessId: query.get('bpmnProcessId') ?? undefined,
        after: keyIn(query, 'after'),
        limit,
      });
      const last = items.at(-1);
      return {
        status: 200,
        body: { items: items.map(withTextKeys), next: last && items.length === limit ? String(last.key) : null },
      };
    },
    'GET /admin/process-instances/:key': ({ params }) => {
      const detail = engine.processInstance(keyOf(params['key'], 'key'));
      if (!detail) throw new HttpError(404, 'not-found', 'there is no live process instance with this key');
      return {
        status: 200,
        body: {
          ...withTextKeys(detail),
          elements: detail.elements.map(withTextKeys),
          variables: detail.variables.map(withTextKeys),
          openIncidents: detail.openIncidents.map(withTextKeys),
        },
      };
    },
    'GET /admin/jobs': ({ query }) => {
      const limit = limitIn(query);
      const after = keyIn(query, 'after') ?? -1;
      const open = engine.jobs({ type: query.get('type') ?? undefined }).filter(({ key }) => key > after);
      const items = open.slice(0, limit);
      return {
        status: 200,
        body: { items: items.map(withTextKeys), next: open.length > limit ? String(items.at(-1)?.key) : null },
      };
    },
    'GET /admin/definitions': () => ({ status: 200, body: { items: engine.definitions().map(withTextKeys) } }),
  };
}

/** Gives the job of the incident one more try where it is about a job, and resolves the incident. */
function retry(engine: Engine): Route {
  return async ({ params }) => {
    const key = keyOf(params['key'], 'key');
    const incident = engine.incidents().find((open) => open.key === key);
    if (!incident) throw new HttpError(404, 'not-found', 'there is no open incident with this key');
    await giveTry(engine, incident);
    const answer = await engine.execute({ type: 'ResolveIncident', incidentKey: key });
    if (isRefusal(answer)) throw new HttpError(409, answer.code.toLowerCase(), answer.message);
    return { status: 200, body: { key: String(key) } };
  };
}

async function giveTry(engine: Engine, { jobKey, errorType }: IncidentView): Promise<void> {
  if (jobKey === undefined || errorType !== 'JOB_NO_RETRIES') return;
  const answer = await engine.execute({ type: 'UpdateJobRetries', jobKey, retries: 1 });
  if (isRefusal(answer)) throw new HttpError(409, answer.code.toLowerCase(), answer.message);
}

export function keyOf(text: string | null | undefined, name: string): Key {
  const value = Number(text);
  if (!text || !Number.isSafeInteger(value) || value < 0)
    throw new HttpError(400, 'malformed', `'${name}' is no key or position`);
  return value;
}

function keyIn(query: URLSearchParams, name: string): Key | undefined {
  const text = query.get(name);
  return text === null ? undefined : keyOf(text, name);
}

export function limitIn(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new HttpError(400, 'malformed', `'limit' is a number from 1 to ${String(LARGEST_PAGE)}`);
  return limit;
}
