import { createServer } from 'node:net';
import { Refusal } from './data-directory.mjs';

/** The port that a setting names, checked to be free; 0 or absent-with-0 chooses a free one. */
export async function claimPort(setting, standard) {
  const text = process.env[setting] ?? String(standard);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Refusal(`${setting}=${text} is not a port`);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) =>
      reject(
        new Refusal(
          error.code === 'EADDRINUSE'
            ? `port ${port} is in use; set ${setting} to another`
            : `port ${port} (${setting}) cannot be opened: ${error.code}`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const chosen = server.address().port;
      server.close(() => resolve(chosen));
    });
  });
}
