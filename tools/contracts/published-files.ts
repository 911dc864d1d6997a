import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PublishedVersion } from '../../libs/contracts/src/events/published.js';
import type { EventSchema } from '../../libs/contracts/src/events/schema.js';
import { type EventFolder, PUBLISHED_FOLDER, readJson } from './event-folders.js';

const HASHES = join(PUBLISHED_FOLDER, 'hashes.json');

export interface PublishedFile extends PublishedVersion {
  readonly type: string;
  /** `<type>/<version>.json` */
  readonly name: string;
  readonly hash: string;
}

export type Hashes = Readonly<Record<string, string>>;

export async function readHashes(): Promise<Hashes> {
  return readJson<Hashes>(HASHES).catch(() => ({}));
}

export async function publishedFiles(): Promise<PublishedFile[]> {
  const entries = await readdir(PUBLISHED_FOLDER, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /^\d+\.\d+\.json$/.test(entry.name));
  return Promise.all(
    files.map(async ({ name, parentPath }) => {
      const text = await readFile(join(parentPath, name), 'utf8');
      const type = parentPath.slice(PUBLISHED_FOLDER.length + 1);
      const schema = JSON.parse(text) as EventSchema;
      return { type, version: name.slice(0, -'.json'.length), name: `${type}/${name}`, hash: hashOf(text), schema };
    }),
  );
}

/** Published files that were edited, removed or never listed. */
export function goldenFaults(files: readonly PublishedFile[], hashes: Hashes): string[] {
  const edited = files
    .filter(({ name, hash }) => hashes[name] !== hash)
    .map(({ name }) => (hashes[name] ? `published/${name} was edited` : `published/${name} is not in hashes.json`));
  const names = new Set(files.map(({ name }) => name));
  const removed = Object.keys(hashes).filter((name) => !names.has(name));
  return [...edited, ...removed.map((name) => `published/${name} was removed`)];
}

/** Copies every version that is not published yet; answers their names. */
export async function publish(folders: readonly EventFolder[]): Promise<string[]> {
  const hashes: Record<string, string> = { ...(await readHashes()) };
  const added: string[] = [];
  for (const { type, schema } of folders) {
    const name = `${type}/${schema['x-version']}.json`;
    if (hashes[name]) continue;
    const text = await formatted(schema, name);
    await mkdir(dirname(join(PUBLISHED_FOLDER, name)), { recursive: true });
    await writeFile(join(PUBLISHED_FOLDER, name), text);
    hashes[name] = hashOf(text);
    added.push(name);
  }
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([one], [other]) => (one < other ? -1 : 1)));
  await writeFile(HASHES, await formatted(sorted, 'hashes.json'));
  return added;
}

async function formatted(value: unknown, name: string): Promise<string> {
  // Loaded when something is published: prettier cannot be loaded by Jest, and the checks need it not.
  const prettier = await import('prettier');
  const options = { ...(await prettier.resolveConfig(join(PUBLISHED_FOLDER, name))), parser: 'json' };
  return prettier.format(JSON.stringify(value), options);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
