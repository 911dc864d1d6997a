import { StoreTaken, StoreUnavailable } from '@huiying/engine';
import { ConfigError, EXIT_CONFIG, readConfig } from '@huiying/platform';
import { startEngine } from './engine-process.js';

/** Ends the process with one clear line for each thing that keeps the engine from starting. */
function refuse(error: unknown): never {
  if (error instanceof ConfigError) {
    for (const fault of error.faults) process.stderr.write(`${fault}\n`);
    process.exit(EXIT_CONFIG);
  }
  process.stderr.write(`engine: ${lineOf(error)}\n`);
  process.exit(1);
}

/** What the world did (a port in use, no database, a second engine) in its own words; a defect with its stack. */
function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StoreTaken || error instanceof StoreUnavailable) return error.message;
  if (error instanceof AggregateError) return error.errors.map(lineOf).join('; ');
  return 'code' in error && error.message ? error.message : (error.stack ?? error.message);
}

async function main(): Promise<void> {
  const engine = await startEngine(readConfig(), refuse);
  process.stdout.write(
    `engine ready: gateway 127.0.0.1:${String(engine.gatewayPort)}, monitoring http://127.0.0.1:${String(engine.monitoringPort)}\n`,
  );
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      engine.close().then(
        () => process.exit(0),
        (error: unknown) => refuse(error),
      );
    });
}

main().catch(refuse);
