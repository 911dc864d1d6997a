import type { ModelElement, ModelProcess } from './read-model.js';

/** What a version of a process can emit, element by element: stored beside the model as events.json, golden. */
export interface EventManifest {
  readonly process: string;
  readonly elements: readonly ManifestElement[];
  /** Every type, that of called parts included. */
  readonly types: readonly string[];
}

interface ManifestElement {
  readonly element: string;
  /** Job type, form id, or what is called. */
  readonly job?: string;
  readonly form?: string;
  readonly via?: string;
  /** Types of the element itself; those of a called part stand in its own manifest. */
  readonly types: readonly string[];
}

interface Emitting {
  readonly service: string;
  readonly emits: readonly string[];
}

export interface EmitContracts {
  readonly jobs: Readonly<Record<string, Emitting>>;
  readonly forms: Readonly<Record<string, Emitting>>;
}

/** A user task may go through all of these, whatever its form. */
const TASK_TYPES = ['assigned', 'claimed', 'completed', 'created', 'released', 'withdrawn'].map(
  (what) => `task.${what}`,
);
/** What a limit goes through without anybody's job. */
const LIMIT_TYPES = ['met', 'missed', 'started', 'warned'].map((what) => `deadline.${what}`);

/** The service that shows and completes its tasks itself: nothing is told of them and of their limits (access.md §5, events.md §2). */
const KEPT_APART = 'employee-reports';

/** Walks a process. @throws Error where a job or form has no contract: what it emits would be unknown */
export function manifestOf(process: ModelProcess, contracts: EmitContracts): EventManifest {
  const elements = process.elements
    .map((element) => entryOf(process.id, element, contracts))
    .filter((entry): entry is ManifestElement => entry !== undefined)
    .sort((one, other) => (one.element < other.element ? -1 : 1));
  return { process: process.id, elements, types: union(elements.map(({ types }) => types)) };
}

/** The manifests with the types of their called parts in `types`; a part chosen by an expression adds nothing. */
export function withCalledParts(manifests: readonly EventManifest[]): EventManifest[] {
  const byProcess = new Map(manifests.map((manifest) => [manifest.process, manifest]));
  const all = (process: string, seen: ReadonlySet<string>): readonly string[] => {
    const manifest = byProcess.get(process);
    if (!manifest || seen.has(process)) return [];
    const inner = new Set([...seen, process]);
    const called = manifest.elements.flatMap(({ via }) => (via === undefined ? [] : all(via, inner)));
    return union([manifest.types, called]);
  };
  return manifests.map((manifest) => ({ ...manifest, types: all(manifest.process, new Set()) }));
}

function entryOf(process: string, element: ModelElement, contracts: EmitContracts): ManifestElement | undefined {
  const { id, calls, jobType, headers } = element;
  if (calls !== undefined) return { element: id, via: calls, types: headers['deadlineRule'] ? LIMIT_TYPES : [] };
  if (element.userTask) {
    const form = headers['form'] ?? `${process}--${id}`;
    const { service, emits } = contractOf(contracts.forms, form);
    if (service === KEPT_APART) return { element: id, form, types: [...emits] };
    const limits = headers['deadlineRule'] === undefined ? [] : LIMIT_TYPES;
    return { element: id, form, types: union([emits, TASK_TYPES, limits]) };
  }
  if (jobType === undefined) return undefined;
  const { service, emits } = contractOf(contracts.jobs, jobType);
  const requested =
    headers['limits'] !== undefined && service !== 'tasklist' ? ['limits.requested', ...LIMIT_TYPES] : [];
  const types = union([emits, requested, service === 'tasklist' && headers['limits'] !== undefined ? LIMIT_TYPES : []]);
  return { element: id, job: jobType, types };
}

function contractOf(contracts: Readonly<Record<string, Emitting>>, name: string): Emitting {
  const contract = contracts[name];
  if (!contract) throw new Error(`${name} has no contract in libs/contracts`);
  return contract;
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
