import { FormContracts, type FormId, JobContracts, type JobType } from '@huiying/contracts';
import { createHash } from 'node:crypto';

/** What a model's file is. */
export interface ModelFile {
  kind: 'process' | 'decision' | 'form';
  id: string;
}

const ROOTS = [
  { suffix: '.bpmn', kind: 'process', id: /<(?:\w+:)?process [^>]*\bid="([^"]+)"/ },
  { suffix: '.dmn', kind: 'decision', id: /<(?:\w+:)?definitions [^>]*?\bid="([^"]+)"/ },
] as const;

/** Kind and id by the file's name and root element; undefined for what is no process or decision. */
export function modelFileOf(name: string, content: string): ModelFile | undefined {
  const root = ROOTS.find(({ suffix }) => name.endsWith(suffix));
  const id = root?.id.exec(content)?.[1];
  return root && id !== undefined ? { kind: root.kind, id } : undefined;
}

/** Types of event that the steps of a process may cause, by the contracts of its jobs and forms. */
export function eventTypesOf(content: string): Set<string> {
  const jobs = [...content.matchAll(/taskDefinition type="([^"]+)"/g)].flatMap(([, type = '']) =>
    type in JobContracts ? JobContracts[type as JobType].emits : [],
  );
  const forms = [...content.matchAll(/formDefinition formId="([^"]+)"/g)].flatMap(([, id = '']) =>
    id in FormContracts ? FormContracts[id as FormId].emits : [],
  );
  return new Set<string>([...jobs, ...forms]);
}

/** `sha256:` and the first sixteen digits: tells two versions apart in an event. */
export function checksumOf(content: string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}
