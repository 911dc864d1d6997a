import { applyRecord } from './appliers/appliers.js';
import type { Decisions } from './dmn/decision.js';
import type { Feel } from './feel/feel.js';
import { parseBpmn } from './model/bpmn-parser.js';
import { Models } from './processing/models.js';
import type { Position } from './record/record.js';
import { EngineState } from './state/engine-state.js';
import type { Recovery } from './store/store.js';

export interface Recovered {
  readonly state: EngineState;
  readonly position: Position;
}

/** The state as it was: the checkpoint, and what has happened since. */
export async function recoverState(recovery: Recovery): Promise<Recovered> {
  const state = new EngineState();
  const tables = new Map<string, [key: string, value: unknown][]>();
  for await (const rows of recovery.rows)
    for (const { table, key, value } of rows) {
      const entries = tables.get(table);
      if (entries) entries.push([key, value]);
      else tables.set(table, [[key, value]]);
    }
  state.load(tables);
  state.lastKey = recovery.lastKey;
  let position = recovery.checkpointPosition;
  for await (const records of recovery.tail)
    for (const record of records) {
      applyRecord(state, record);
      position = record.position;
    }
  return { state, position };
}

/** The models of the deployed definitions, compiled anew: they were valid when they were deployed. */
export async function compileModels(state: EngineState, feel: Feel, decisions: Decisions): Promise<Models> {
  const models = new Models();
  for (const { key, bpmnProcessId, resource } of state.processes.values()) {
    const parsed = await parseBpmn(resource, feel);
    const model = parsed.ok ? parsed.processes.find(({ id }) => id === bpmnProcessId) : undefined;
    if (!model) throw new Error(`expected process definition ${key} (${bpmnProcessId}) to be valid still`);
    models.addProcess(key, model);
  }
  for (const { key, resource } of state.decisionRequirements.values()) {
    const drg = await decisions.parse(resource);
    if (drg.kind !== 'drg') throw new Error(`expected decision requirements ${key} to be valid still: ${drg.message}`);
    models.addDrg(key, drg);
  }
  return models;
}
