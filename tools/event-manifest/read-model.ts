import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

export const MODELS_FOLDER = join(import.meta.dirname, '../../bpmn');

export interface ModelProcess {
  readonly id: string;
  readonly elements: readonly ModelElement[];
}

/** A flow node, as far as it can emit something. */
export interface ModelElement {
  readonly id: string;
  readonly userTask: boolean;
  readonly jobType?: string;
  /** Process that a call activity calls; with a leading `=` where an expression chooses it. */
  readonly calls?: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface ModdleElement {
  readonly $type: string;
  readonly id: string;
  readonly flowElements?: readonly ModdleElement[];
  readonly rootElements?: readonly ModdleElement[];
  readonly extensionElements?: { readonly values?: readonly Extension[] };
}

interface Extension {
  readonly $type: string;
  readonly type?: string;
  readonly processId?: string;
  readonly values?: readonly { readonly key: string; readonly value: string }[];
  readonly inputParameters?: readonly { readonly source: string; readonly target: string }[];
}

const moddle = new BpmnModdle({ zeebe: createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') });

/** The process of a BPMN file with all its flow nodes, those inside sub-processes too. */
export async function readProcess(xml: string): Promise<ModelProcess> {
  const { rootElement } = await moddle.fromXML(xml);
  const process = (rootElement as ModdleElement).rootElements?.find(({ $type }) => $type === 'bpmn:Process');
  if (!process) throw new Error('the file holds no process');
  return { id: process.id, elements: [...flowNodes(process)].map(elementOf) };
}

/** Every model of bpmn/<process>/, in order of the process id. */
export async function readModels(): Promise<ModelProcess[]> {
  const entries = await readdir(MODELS_FOLDER, { withFileTypes: true, recursive: true });
  const files = entries.filter(
    (entry) => entry.isFile() && entry.name.endsWith('.bpmn') && !/rules/.test(entry.parentPath),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Promise.all(paths.map(async (path) => readProcess(await readFile(path, 'utf8'))));
}

function* flowNodes({ flowElements = [] }: ModdleElement): Generator<ModdleElement> {
  for (const element of flowElements) {
    yield element;
    yield* flowNodes(element);
  }
}

function elementOf(element: ModdleElement): ModelElement {
  const values = element.extensionElements?.values ?? [];
  const find = (type: string) => values.find(({ $type }) => $type.toLowerCase() === `zeebe:${type}`.toLowerCase());
  const headers = Object.fromEntries((find('TaskHeaders')?.values ?? []).map(({ key, value }) => [key, value]));
  const limit = find('IoMapping')?.inputParameters?.find(({ target }) => target === 'deadlineRule');
  const calls = element.$type === 'bpmn:CallActivity' ? find('CalledElement')?.processId : undefined;
  const jobType = find('TaskDefinition')?.type;
  return {
    id: element.id,
    userTask: element.$type === 'bpmn:UserTask',
    ...(jobType === undefined ? {} : { jobType }),
    ...(calls === undefined ? {} : { calls }),
    headers: calls !== undefined && limit && limit.source !== '=null' ? { deadlineRule: limit.source } : headers,
  };
}
