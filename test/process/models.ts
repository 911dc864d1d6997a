import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { modelFiles } from './model-files.js';

const load = createRequire(import.meta.url);

/** A BPMN element as moddle gives it, as far as the tests read it. */
export interface ModelElement {
  $type: string;
  id: string;
  name?: string;
  documentation?: { text?: string }[];
  extensionElements?: { values?: Extension[] };
  flowElements?: ModelElement[];
  eventDefinitions?: { $type: string; messageRef?: { name: string } }[];
}
export interface Extension {
  $type: string;
  type?: string;
  processId?: string;
  decisionId?: string;
  formId?: string;
  candidateGroups?: string;
  values?: { key: string; value: string }[];
  inputParameters?: { source: string; target: string }[];
  outputParameters?: { source: string; target: string }[];
}
export interface ProcessModel {
  id: string;
  documentation: string;
  elements: ModelElement[];
  /** Ids of the sequence flows. */
  flows: string[];
}

/** Every process with its flow nodes, those of event sub-processes included. */
export async function processModels(): Promise<ProcessModel[]> {
  const zeebe = load('zeebe-bpmn-moddle/resources/zeebe.json') as object;
  const files = modelFiles().filter((path) => path.endsWith('.bpmn'));
  return Promise.all(
    files.map(async (path) => {
      const { rootElement } = (await new BpmnModdle({ zeebe }).fromXML(readFileSync(path, 'utf8'))) as unknown as {
        rootElement: { rootElements: ModelElement[] };
      };
      const process = rootElement.rootElements.find(({ $type }) => $type === 'bpmn:Process');
      if (process?.id !== basename(path, '.bpmn')) throw new Error(`${path}: process id and file name differ`);
      return {
        id: process.id,
        documentation: documentationOf(process),
        elements: nodesOf(process),
        flows: flowsOf(process),
      };
    }),
  );
}

function nodesOf({ flowElements = [] }: ModelElement): ModelElement[] {
  return flowElements
    .filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
    .flatMap((element) => [element, ...nodesOf(element)]);
}

function flowsOf({ flowElements = [] }: ModelElement): string[] {
  return flowElements.flatMap((element) => (element.$type === 'bpmn:SequenceFlow' ? [element.id] : flowsOf(element)));
}

function documentationOf({ documentation = [] }: ModelElement): string {
  return documentation.map(({ text }) => text ?? '').join('\n');
}

export function extensionsOf({ extensionElements }: ModelElement, type: string): Extension[] {
  return (extensionElements?.values ?? []).filter(({ $type }) => $type === `zeebe:${type}`);
}

export function headerOf(element: ModelElement, key: string): string | undefined {
  return extensionsOf(element, 'TaskHeaders')
    .flatMap(({ values = [] }) => values)
    .find((header) => header.key === key)?.value;
}
