// PostgreSQL in a process (group) of its own: Ctrl-C of the terminal reaches the supervisor alone, which stops the services first.
import { startPostgres } from '../postgres.mjs';

const { dataDir, port } = JSON.parse(process.argv[2]);

const tell = (message) => process.connected && process.send(message);

try {
  const postgres = await startPostgres({ dataDir, persistent: true, port, onExit: () => process.exit(1) });
  const stop = () => postgres.stop().then(() => process.exit(0));
  process.on('message', (message) => message === 'stop' && void stop());
  process.on('disconnect', () => void stop()); // the supervisor is gone
  tell({ ready: postgres.url });
} catch (error) {
  tell({ failed: error.message });
  process.exitCode = 1;
  process.disconnect?.();
}
