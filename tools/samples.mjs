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

/**
 * A fresh product for each year of receipt: a clock that jumps over a year without complaints starts hundreds of daily reports, and
 * lines would be judged behind them.
 */
const years = new Map();
for (const line of inOrder(samples)) {
  const year = line.context.receivedAt.slice(0, 4);
  years.set(year, [...(years.get(year) ?? []), line]);
}

const counts = { whole: 0, sealed: 0, differ: 0 };
const suggested = { right: 0, all: 0 };

async function judge(filer, sample) {
  const { id, expect } = sample;
  const seen = await filer.run(sample);
  const faults = differences(expect, seen);
  counts[faults.length > 0 ? 'differ' : isSealed(expect) ? 'sealed' : 'whole']++;
  for (const [field, expected, found] of faults)
    console.log(`${id} ${field}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  if (expect.suggestedKind === undefined || isSealed(expect)) return;
  suggested.all++;
  if ((seen.suggestedKind ?? null) === expect.suggestedKind) suggested.right++;
}

/** Files the lines of a year; after the last year also lets it end and looks at the reports. */
async function runYear(year, lines, isLast) {
  const product = await RunningProduct.start({
    log: process.env.VERBOSE ? process.stderr.fd : undefined,
    // Before anything comes round (a daily report would start with the day of the machine).
    clockStartsAt: lines[0].context.receivedAt,
  });
  try {
    const staff = new Staff(product);
    const organisations = await product.anybody.get('/api/portal/organisations');
    const filer = new SampleFiler(product, staff, organisations);
    for (const line of lines)
      await judge(filer, line).catch((error) => {
        counts.differ++;
        console.log(`${line.id}: ${error.message}`);
      });
    if (!isLast) return;
    const reports = await countsOfReports(product, staff, organisations, year);
    console.log(`most complaints in one report: ${reports.map(([id, count]) => `${id} ${count}`).join(', ')}`);
    counts.differ += reports.filter(([, count]) => count === 0).length;
  } finally {
    await product.stop();
  }
}

const lastYear = [...years.keys()].at(-1);
for (const [year, lines] of years) await runYear(year, lines, year === lastYear);
const rate = suggested.all ? Math.round((suggested.right / suggested.all) * 100) : 0;
console.log(`suggested kind right in ${suggested.right} of ${suggested.all} (${rate} %)`);
console.log(`${counts.whole} land where they should, ${counts.sealed} sealed, ${counts.differ} differ`);
process.exit(counts.differ === 0 ? 0 : 1);
