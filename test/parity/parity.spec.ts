import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Every area of the conformance kit (engine.md, "How it is judged"). */
const AREAS = readdirSync(join(__dirname, 'cases'));

interface Result {
  id: string;
  area: string;
  title: string;
  status: 'passed' | 'failed' | 'skipped';
  error?: string;
}

/** The kit runs once, as `npm run parity` does it: our engine as a process, its own PostgreSQL, the controlled clock. */
async function runKit(): Promise<Result[]> {
  const dir = await mkdtemp(join(tmpdir(), 'huiying-parity-spec-'));
  const report = join(dir, 'report.json');
  const args = [resolve(__dirname, '../../tools/parity.mjs'), '--json', report];
  try {
    await new Promise<void>((done) => {
      // That cases failed is told by the report.
      execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, () => done());
    });
    return JSON.parse(await readFile(report, 'utf8')) as Result[];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

describe('parity with Zeebe 8.5', () => {
  let results: Result[] = [];

  beforeAll(async () => {
    results = await runKit();
  }, 1_200_000);

  it.each(AREAS)('%s', (area) => {
    const cases = results.filter((result) => result.area === area);
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter(({ status }) => status !== 'passed').map(({ id, error }) => `${id}: ${String(error)}`)).toEqual(
      [],
    );
  });
});
