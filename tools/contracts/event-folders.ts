import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveReferences, type SchemaSource } from '../../libs/contracts/src/events/resolve-references.js';
import type { EventSchema } from '../../libs/contracts/src/events/schema.js';

export const EVENTS_FOLDER = join(import.meta.dirname, '../../libs/contracts/src/events');
export const PUBLISHED_FOLDER = join(import.meta.dirname, '../../libs/contracts/published');

export interface EventFolder {
  readonly type: string;
  readonly folder: string;
  /** As written, with `$ref`. */
  readonly source: SchemaSource;
  readonly schema: EventSchema;
  readonly example: unknown;
}

export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

/** Every event folder, in order of the type. */
export async function contractFiles(): Promise<EventFolder[]> {
  const { $defs } = await readJson<{ $defs: Record<string, SchemaSource> }>(join(EVENTS_FOLDER, 'common.json'));
  const entries = await readdir(EVENTS_FOLDER, { withFileTypes: true });
  const types = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    types.map(async (type) => {
      const folder = join(EVENTS_FOLDER, type);
      const source = await readJson<SchemaSource>(join(folder, 'schema.json'));
      const example = await readJson<unknown>(join(folder, 'example.json'));
      return { type, folder, source, schema: resolveReferences(source, $defs), example };
    }),
  );
}
