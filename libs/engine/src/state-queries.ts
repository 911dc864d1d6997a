import type {
  DefinitionView,
  ElementView,
  IncidentView,
  JobView,
  ProcessInstanceDetail,
  ProcessInstanceView,
  VariableView,
} from './queries.js';
import type { Key } from './record/key.js';
import type { ElementInstance } from './state/element-instances.js';
import type { ReadonlyState } from './state/engine-state.js';
import type { Incident } from './state/incidents.js';

export function queryIncidents(state: ReadonlyState, processInstanceKey?: Key): IncidentView[] {
  const incidents =
    processInstanceKey === undefined
      ? [...state.incidents.values()]
      : state.incidents.ofProcessInstance(processInstanceKey);
  return incidents.map((incident: Readonly<Incident>) => ({ ...incident })).sort((a, b) => a.key - b.key);
}

export function queryProcessInstances(
  state: ReadonlyState,
  { bpmnProcessId, after = 0, limit }: { bpmnProcessId?: string; after?: Key; limit: number },
): ProcessInstanceView[] {
  const keys = [...state.elements.allProcessInstances()].filter((key) => key > after).sort((a, b) => a - b);
  const views: ProcessInstanceView[] = [];
  for (const key of keys) {
    if (views.length >= limit) break;
    const row = state.elements.getExisting(key);
    if (bpmnProcessId === undefined || row.bpmnProcessId === bpmnProcessId) views.push(viewOf(state, row));
  }
  return views;
}

export function queryProcessInstance(state: ReadonlyState, key: Key): ProcessInstanceDetail | undefined {
  const row = state.elements.get(key);
  if (row?.elementType !== 'PROCESS') return undefined;
  const rows = withinOf(state, row);
  return {
    ...viewOf(state, row),
    elements: rows.map(elementOf),
    variables: rows.flatMap(({ key: scopeKey }) =>
      Object.entries(state.allLocal(scopeKey)).map(([name, value]): VariableView => ({ scopeKey, name, value })),
    ),
    openIncidents: queryIncidents(state, key),
  };
}

export function queryJobs(state: ReadonlyState, type?: string): JobView[] {
  const jobs = [...state.jobs.values()].filter((job) => type === undefined || job.type === type);
  return jobs
    .sort((a, b) => a.key - b.key)
    .map((job) => ({
      key: job.key,
      type: job.type,
      state: job.state,
      retries: job.retries,
      customHeaders: job.customHeaders,
      elementId: job.elementId,
      elementInstanceKey: job.elementInstanceKey,
      processInstanceKey: job.processInstanceKey,
      bpmnProcessId: job.bpmnProcessId,
      processDefinitionVersion: job.processDefinitionVersion,
      variables: state.allVisible(job.elementInstanceKey),
    }));
}

export function queryDefinitions(state: ReadonlyState): DefinitionView[] {
  return [...state.processes.values()].map(({ key, bpmnProcessId, version, resourceName }) => ({
    key,
    bpmnProcessId,
    version,
    resourceName,
    latest: state.processes.latest(bpmnProcessId)?.key === key,
  }));
}

function withinOf(state: ReadonlyState, row: Readonly<ElementInstance>): Readonly<ElementInstance>[] {
  return [
    row,
    ...state.elements.childrenOf(row.key).flatMap((key) => withinOf(state, state.elements.getExisting(key))),
  ];
}

function viewOf(state: ReadonlyState, row: Readonly<ElementInstance>): ProcessInstanceView {
  return {
    key: row.key,
    bpmnProcessId: row.bpmnProcessId,
    version: row.version,
    processDefinitionKey: row.processDefinitionKey,
    ...(row.parentProcessInstanceKey === undefined ? {} : { parentProcessInstanceKey: row.parentProcessInstanceKey }),
    startedAt: row.startedAt ?? 0,
    incidents: state.incidents.ofProcessInstance(row.key).length,
  };
}

function elementOf(row: Readonly<ElementInstance>): ElementView {
  const { key, elementId, elementType, state, flowScopeKey, jobKey, loopCounter, calledInstanceKey } = row;
  return {
    key,
    elementId,
    elementType,
    state,
    flowScopeKey,
    ...(jobKey === undefined ? {} : { jobKey }),
    ...(loopCounter === undefined ? {} : { loopCounter }),
    ...(calledInstanceKey === undefined ? {} : { calledInstanceKey }),
  };
}
