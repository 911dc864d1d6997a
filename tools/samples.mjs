// npm run samples [-- FILE]: files every line of a sample file over HTTP on a fresh product and compares what becomes of it.
import { readFileSync } from 'node:fs';
import { RunningProduct } from './product/running-product.mjs';
import { Staff } from './product/staff.mjs';
import { differences, isSealed } from './samples/compare.mjs';
import { SampleFiler } from './samples/file-sample.mjs';
import { countsOfReports } from './samples/reports.mjs';

const file = process.argv[2] ?? 'test/data/complaints.jsonl';
const samples = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));

/** In order of receipt, a master before its children. */
function inOrder(lines) {
  const byTime = [...lines].sort((a, b) => Date.parse(a.context.receivedAt) - Date.parse(b.context.receivedAt));
  const isChild = ({ context }) => context.intake.masterNo != null;
  const masters = new Map(byTime.map((line) => [line.id, line]));
  const placed = [];
  for (const line of byTime) {
    const master = isChild(line) ? masters.get(line.context.intake.masterNo) : undefined;
    if (master && !placed.includes(master)) placed.push(master);
    if (!placed.includes(line)) placed.push(line);
  }
  return placed;
}

const ordered = inOrder(samples);
const product = await RunningProduct.start({
  log: process.env.VERBOSE ? 'inherit' : 'ignore',
  // Before anything comes round (a daily report would start with the day of the machine).
  clockStartsAt: ordered[0].context.receivedAt,
});
let failed = 0;
try {
  const staff = new Staff(product);
  const filer = new SampleFiler(product, staff, await product.anybody.get('/api/portal/organisations'));
  const counts = { whole: 0, sealed: 0 };
  const suggested = { right: 0, all: 0 };
  for (const sample of ordered) {
    try {
      const seen = await filer.run(sample);
      const faults = differences(sample.expect, seen);
      if (faults.length === 0) counts[isSealed(sample.expect) ? 'sealed' : 'whole']++;
      else failed++;
      for (const [field, expected, found] of faults) {
        console.log(`${sample.id} ${field}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
      }
      if (sample.expect.suggestedKind !== undefined && !isSealed(sample.expect)) {
        suggested.all++;
        if ((seen.suggestedKind ?? null) === sample.expect.suggestedKind) suggested.right++;
      }
    } catch (error) {
      failed++;
      console.log(`${sample.id}: ${error.message}`);
    }
  }
  const year = ordered.at(-1).context.receivedAt.slice(0, 4);
  const reports = await countsOfReports(product, staff, year);
  console.log(`most complaints in one report: ${reports.map(([id, count]) => `${id} ${count}`).join(', ')}`);
  failed += reports.filter(([, count]) => count === 0).length;
  const rate = suggested.all ? Math.round((suggested.right / suggested.all) * 100) : 0;
  console.log(`suggested kind right in ${suggested.right} of ${suggested.all} (${rate} %)`);
  console.log(`${counts.whole} land where they should, ${counts.sealed} sealed, ${failed} differ`);
} finally {
  await product.stop();
}
process.exit(failed === 0 ? 0 : 1);
