import { eventually } from '@huiying/events/testing';
import { type AddressInfo, createServer, type Server } from 'node:net';

const ANSWERS: Readonly<Record<string, string>> = { DATA: '354 go on', QUIT: '221 bye' };

/** A mail server that takes every letter, but for recipients to whom it was told an answer. */
export class PostOffice {
  readonly letters: { to: string[]; text: string }[] = [];
  /** Address to the answer its RCPT gets: `550 no such user`. */
  readonly answers = new Map<string, string>();
  private server: Server;

  async open(): Promise<string> {
    this.server = createServer((socket) => {
      let to: string[] = [];
      let data: string | undefined;
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        const said = chunk.toString();
        if (data !== undefined) {
          data += said;
          if (!data.endsWith('\r\n.\r\n')) return;
          this.letters.push({ to, text: data });
          [to, data] = [[], undefined];
          socket.write('250 taken\r\n');
          return;
        }
        for (const line of said.split('\r\n').filter((one) => one !== '')) {
          const recipient = line.startsWith('RCPT TO:') ? line.slice(9, line.indexOf('>')) : undefined;
          const refusal = recipient === undefined ? undefined : this.answers.get(recipient);
          if (recipient !== undefined && refusal === undefined) to.push(recipient);
          if (line === 'DATA') data = '';
          socket.write(`${refusal ?? ANSWERS[line] ?? '250 ok'}\r\n`);
        }
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async arrived(count: number): Promise<void> {
    await eventually(() => this.letters.length >= count);
  }

  close(): void {
    this.server.close();
  }
}
