import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../bpmn');

function filesOf(extension: string): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension) && !name.startsWith('rules'))
    .sort()
    .map((name) => join(ROOT, name));
}

/** Everything that is deployed: processes, decisions, forms. */
export function modelFiles(): string[] {
  return ['.dmn', '.form', '.bpmn'].flatMap(filesOf);
}

export function decisionXml(): string[] {
  return filesOf('.dmn').map((path) => readFileSync(path, 'utf8'));
}
