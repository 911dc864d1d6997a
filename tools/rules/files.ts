import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files below the folders whose path matches, installed packages apart. */
export function filesUnder(folders: readonly string[], pattern: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => pattern.test(path) && !path.includes('node_modules'))
    .sort();
}
