import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ReportVault } from './keys/report-vault.js';
import { ReportsKit } from './testing/reports-harness.js';

/**
 * A stranger cannot learn by the clock whether a number exists (access.md §5 "side channels"). Not measured, for a busy machine would
 * fail it and a quick one hide a fault: the work is the same step by step, and no answer goes before 300 ms. What is left, the time of one
 * question about a row that is there or not, is below the floor; a bench would measure it.
 */

let kit: ReportsKit;
let known: { reportNo: string; receipt: string };
let destroyed: { reportNo: string; receipt: string };

beforeAll(async () => {
  kit = await ReportsKit.open();
  known = await kit.file();
  destroyed = await kit.file();
  await kit.destroy(destroyed.reportNo);
});
afterAll(() => kit.stop());

/** What a stranger can try: an invented number, a real one with what cannot be a receipt and with one that could, one that was destroyed. */
const tries = (): Record<string, [string, string]> => ({
  invented: ['JB-0000000000', known.receipt],
  'not even a number': ['x'.repeat(300), known.receipt],
  'wrong receipt': [known.reportNo, '0'.repeat(26)],
  'malformed receipt': [known.reportNo, 'x'],
  'no receipt': [known.reportNo, ''],
  destroyed: [destroyed.reportNo, destroyed.receipt],
});

/** Questions to the database about reports, and keyed hashes, that a request causes. */
async function workOf(request: () => Promise<unknown>): Promise<string[]> {
  const runner = kit.get(DataSource).createQueryRunner();
  const prototype = Object.getPrototypeOf(runner) as typeof runner;
  await runner.release();
  const asked = jest.spyOn(prototype, 'query');
  const hashed = jest.spyOn(ReportVault.prototype, 'receiptHashes');
  try {
    await request();
    const questions = asked.mock.calls.map(([sql]) => sql.replace(/\s+/g, ' ').trim());
    const hashes = hashed.mock.results.map(({ value }) => `hashes: ${(value as string[]).length}`);
    return [...questions.filter((sql) => /\breport(_\w+)?\b/.test(sql)), ...hashes];
  } finally {
    asked.mockRestore();
    hashed.mockRestore();
  }
}

const requests: Record<string, (no: string, code: string) => Promise<{ status: number }>> = {
  reading: (no, code) => kit.follow(no, code),
  writing: (no, code) => kit.say(no, code, { text: '补充', named: [{ name: 'gong' }] }),
  'sending a file': (no, code) => kit.attach(no, code, randomBytes(2_000)),
};

describe('every refusal costs the same (R05.5, access.md §5)', () => {
  it.each(Object.keys(requests))('%s: the same questions and the same hashes whatever was wrong', async (kind) => {
    const work = new Map<string, string[]>();
    for (const [what, [no, code]] of Object.entries(tries()))
      work.set(
        what,
        await workOf(async () => {
          expect((await requests[kind]?.(no, code))?.status).toBe(404);
        }),
      );
    const [first] = work.values();
    expect(first).toHaveLength(2);
    expect([...work].filter(([, done]) => JSON.stringify(done) !== JSON.stringify(first))).toEqual([]);
  });

  it('nobody waits for a lock that somebody holds on a report that exists', async () => {
    await kit.inTransaction(async (manager) => {
      await manager.query(`SELECT 1 FROM report WHERE report_no = $1 FOR UPDATE`, [known.reportNo]);
      for (const request of Object.values(requests))
        expect((await request(known.reportNo, '0'.repeat(26))).status).toBe(404);
    });
  });

  it('wrong number, wrong receipt, malformed and closed look alike, to the byte', async () => {
    const answers = new Set<string>();
    for (const [no, code] of Object.values(tries()))
      answers.add(await kit.raw(`/api/portal/reports/${encodeURIComponent(no)}`, code));
    expect(answers.size).toBe(1);
    expect(Buffer.byteLength([...answers].join(''))).toBeGreaterThan(4_096);
  });

  it('no refusal and no answer goes before 300 ms, whatever it took to find out', async () => {
    for (const [no, code] of [...Object.values(tries()), [known.reportNo, known.receipt] as const]) {
      const from = performance.now();
      await kit.raw(`/api/portal/reports/${encodeURIComponent(no)}`, code);
      // Timers of the machine may ring a millisecond early.
      expect(performance.now() - from).toBeGreaterThanOrEqual(299);
    }
  });
});
