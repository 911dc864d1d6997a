import { createHash } from 'node:crypto';
import type { Decisions, ParsedDrg } from '../../dmn/decision.js';
import type { Feel } from '../../feel/feel.js';
import { parseBpmn } from '../../model/bpmn-parser.js';
import type { ProcessModel } from '../../model/process-model.js';
import { Refusal } from '../refusal.js';
import { startEventProblems } from './start-events.js';

interface Resource {
  readonly name: string;
  readonly content: string;
  readonly checksum: string;
}

/** A resource that was read and found valid. */
export type ParsedResource = Resource &
  (
    | { readonly kind: 'bpmn'; readonly processes: readonly ProcessModel[] }
    | { readonly kind: 'dmn'; readonly drg: ParsedDrg }
    | { readonly kind: 'form'; readonly formId: string }
  );

/** Reads all resources of a deployment; one that is wrong refuses them all. */
export async function parseResources(
  resources: readonly { readonly name: string; readonly content: string }[],
  feel: Feel,
  decisions: Decisions,
  now: number,
): Promise<readonly ParsedResource[] | Refusal> {
  if (!resources.length)
    return new Refusal('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given');
  const parsed: ParsedResource[] = [];
  const errors: string[] = [];
  for (const { name, content } of resources) {
    const outcome = await parseResource({ name, content, checksum: checksumOf(content) }, feel, decisions, now);
    if (isParsed(outcome)) parsed.push(outcome);
    else errors.push(`'${name}': ${outcome.join('\n')}`);
  }
  errors.push(...idsGivenTwice(parsed));
  if (!errors.length) return parsed;
  const message = `Expected to deploy new resources, but encountered the following errors:\n${errors.join('\n')}`;
  return new Refusal('INVALID_ARGUMENT', message);
}

function isParsed(outcome: ParsedResource | readonly string[]): outcome is ParsedResource {
  return !Array.isArray(outcome);
}

async function parseResource(
  resource: Resource,
  feel: Feel,
  decisions: Decisions,
  now: number,
): Promise<ParsedResource | readonly string[]> {
  const { name, content } = resource;
  if (/\.(bpmn|bpmn20\.xml)$/.test(name)) {
    const bpmn = await parseBpmn(content, feel);
    if (!bpmn.ok) return bpmn.errors;
    const problems = bpmn.processes.flatMap((model) => startEventProblems(model, now));
    return problems.length ? problems : { ...resource, kind: 'bpmn', processes: bpmn.processes };
  }
  if (name.endsWith('.dmn')) {
    const drg = await decisions.parse(content);
    return drg.kind === 'drg' ? { ...resource, kind: 'dmn', drg } : [drg.message];
  }
  if (name.endsWith('.form')) {
    const formId = readFormId(content);
    return formId ? { ...resource, kind: 'form', formId } : ['Expected the form to be a JSON object with an id'];
  }
  return ['unknown resource type'];
}

function readFormId(content: string): string | undefined {
  try {
    const form: unknown = JSON.parse(content);
    const id = typeof form === 'object' && form !== null && 'id' in form ? form.id : undefined;
    return typeof id === 'string' && id.trim() ? id : undefined;
  } catch {
    return undefined;
  }
}

function idsGivenTwice(resources: readonly ParsedResource[]): string[] {
  const ids = resources.flatMap((resource) => {
    if (resource.kind === 'bpmn') return resource.processes.map(({ id }) => `process id '${id}'`);
    if (resource.kind === 'form') return [`form id '${resource.formId}'`];
    return [
      `decision requirements id '${resource.drg.id}'`,
      ...resource.drg.decisions.map(({ id }) => `decision id '${id}'`),
    ];
  });
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `Duplicated ${id}`);
}

function checksumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
