// npm run bench: filing, claiming and completing on the whole product, each next to the commit rate of the same PostgreSQL.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitRate } from './bench/commit-rate.mjs';
import { percentiles, timed } from './bench/figures.mjs';
import { COMPLAINT, ORG_TYPE, steps } from './demo/journey.mjs';
import { startPostgres } from './postgres.mjs';
import { eventually, RunningProduct } from './product/running-product.mjs';
import { Staff } from './product/staff.mjs';

const FILED = 200;
const AT_ONCE = 8;
const COMMITS = { connections: AT_ONCE, forMs: 3_000 };

const dataDir = mkdtempSync(join(tmpdir(), 'huiying-bench-'));
const postgres = await startPostgres({ dataDir, persistent: true });
const database = `${postgres.url}/postgres`;
const product = await RunningProduct.start({ env: { DATABASE_URL: database } });
try {
  console.log(`start-up ${(product.startedInMs / 1_000).toFixed(1)} s`);
  const organisations = await product.anybody.get('/api/portal/organisations');
  const { id: organisationId } = organisations.find(({ orgType }) => orgType === ORG_TYPE);
  const staff = new Staff(product);
  const steward = await staff.first('property-steward', organisationId);

  const before = await commitRate(database, COMMITS);
  const caseNos = [];
  const begun = performance.now();
  const filing = await timed(FILED, AT_ONCE, async () => {
    caseNos.push((await product.anybody.post('/api/portal/complaints', { ...COMPLAINT, organisationId })).caseNo);
  });
  const rate = (FILED * 1_000) / (performance.now() - begun);
  ratio('filed', rate, before, 'complaints/s');
  console.log(`  one filing: ${percentiles(filing)}`);

  const visible = await timed(20, 1, async () => {
    const { caseNo } = await product.anybody.post('/api/portal/complaints', { ...COMPLAINT, organisationId });
    await taskOf(caseNo);
  });
  console.log(`filing to first task visible: ${percentiles(visible)}`);

  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const [{ data }] = steps({ investigator: '', today, later: today });
  const tasks = [];
  for (const caseNo of caseNos.slice(0, 100)) tasks.push(await taskOf(caseNo));
  const claiming = await timed(tasks.length, AT_ONCE, (n) => steward.post(`/api/tasks/${tasks[n].id}/claim`));
  const midway = performance.now();
  const completing = await timed(tasks.length, AT_ONCE, (n) =>
    steward.post(`/api/tasks/${tasks[n].id}/complete`, { data }),
  );
  const completed = (tasks.length * 1_000) / (performance.now() - midway);
  const after = await commitRate(database, COMMITS);
  console.log(`claim: ${percentiles(claiming)}`);
  console.log(`complete: ${percentiles(completing)}`);
  ratio('completed', completed, after, 'tasks/s');
  for (const part of ['engine', 'services']) console.log(`memory of ${part}: ${residentMb(product.pidOf(part))} MB`);

  async function taskOf(caseNo) {
    const probe = async () => (await steward.get(`/api/tasks?view=group&caseNo=${caseNo}`)).items[0];
    return eventually(probe, `first task of ${caseNo}`, 60_000);
  }
} finally {
  await product.stop();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

function ratio(what, perSecond, commits, unit) {
  const share = (perSecond / commits).toFixed(3);
  console.log(`${what} ${perSecond.toFixed(1)} ${unit}; PostgreSQL ${commits.toFixed(0)} commits/s; ratio ${share}`);
}

function residentMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
