import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_WITHIN = 30_000;

/** After a SIGKILL of its parent PostgreSQL lives on. It is stopped by the id in its own postmaster.pid. */
export async function stopLeftOver(databaseDir) {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgresOf(pid, databaseDir)) return; // a stale file: PostgreSQL removes it itself
  process.kill(pid, 'SIGINT'); // "fast shutdown"
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > STOP_WITHIN) throw new Error(`the PostgreSQL of an earlier start (process ${pid}) does not stop`);
    await sleep(50);
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** An id can have gone to another program since; where the system tells command lines, it must name this directory. */
function isPostgresOf(pid, databaseDir) {
  if (!(pid > 0) || !isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(databaseDir);
}
