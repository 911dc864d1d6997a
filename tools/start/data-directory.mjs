import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { openToOthers } from './postgres-binaries.mjs';
import { isAlive } from './postmaster.mjs';

const PRODUCT = 'huiying';
const LEAST_FREE_MB = 300;

/** A start that cannot go on: one clear line, no stack. */
export class Refusal extends Error {}

/** Makes or recognises the data directory and takes it for this process. */
export function takeDataDirectory(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Refusal(`data directory ${dataDir} cannot be made: ${error.code}`);
  }
  const marker = join(dataDir, `${PRODUCT}.json`);
  if (!existsSync(marker) && readdirSync(dataDir).length > 0) {
    throw new Refusal(
      `data directory ${dataDir} holds something else (no ${PRODUCT}.json); choose another HUIYING_DATA_DIR`,
    );
  }
  refuseWhenFull(dataDir);
  refuseWhenTaken(dataDir);
  try {
    if (!existsSync(marker)) writeFileSync(marker, `${JSON.stringify({ product: PRODUCT, layout: 1 })}\n`);
    writeFileSync(join(dataDir, 'supervisor.pid'), String(process.pid));
    mkdirSync(join(dataDir, 'run'), { recursive: true });
  } catch (error) {
    throw new Refusal(`data directory ${dataDir} cannot be written: ${error.code}`);
  }
}

export function leaveDataDirectory(dataDir) {
  rmSync(join(dataDir, 'supervisor.pid'), { force: true });
}

function refuseWhenFull(dataDir) {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < LEAST_FREE_MB) {
    throw new Refusal(`disk full: ${free} MB free in ${dataDir}, at least ${LEAST_FREE_MB} MB are needed`);
  }
}

function refuseWhenTaken(dataDir) {
  const file = join(dataDir, 'supervisor.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  const commandLine = `/proc/${pid}/cmdline`;
  const ours =
    pid > 0 && isAlive(pid) && (!existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('start.mjs'));
  if (ours && pid !== process.pid) throw new Refusal(`data directory ${dataDir} is in use by process ${pid}`);
}

/**
 * Where PostgreSQL's files lie: in the data directory, unless this is root and user postgres cannot enter it (below a closed home
 * folder); then in a folder of the system that belongs to this data directory alone.
 */
export function postgresHome(dataDir) {
  if (process.getuid?.() !== 0) return dataDir;
  if (openToOthers(dirname(dataDir))) chmodSync(dataDir, 0o755); // ours, so it can be opened; its keys keep their own mode
  if (openToOthers(dataDir)) return dataDir;
  const home = join('/var/lib/huiying', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'pg')))
    console.error(`PostgreSQL's files lie in ${home}: user postgres cannot enter ${dataDir}`);
  return home;
}
