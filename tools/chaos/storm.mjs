import { setTimeout as sleep } from 'node:timers/promises';
import { RunningProduct } from '../product/running-product.mjs';
import { Staff } from '../product/staff.mjs';
import { file, walk } from '../demo/walk.mjs';

const PARTS = ['engine', 'services', 'postgres'];
const PATIENCE_MS = 120_000;
const AT_ONCE = 8;

/**
 * Files cases and walks all of them to their archive while engine, services and PostgreSQL are killed with -9 in turn.
 * @returns what is wrong: one line each; empty = every case reached its end, no event is missing or out of order, no notice differs
 */
export async function storm({ cases, kills, print = () => undefined }) {
  const product = await RunningProduct.start({
    patienceMs: PATIENCE_MS,
    log: process.env.VERBOSE ? process.stderr.fd : undefined,
  });
  try {
    const staff = new Staff(product);
    const filed = [];
    for (let n = 0; n < cases; n++) {
      filed.push(
        await file(product, {
          subject: `车库照明 ${n + 1}`,
          contact: { name: '林女士', phone: phoneOf(n), email: `case-${n}@example.com` },
        }),
      );
    }
    print(`${filed.length} cases filed`);
    let walking = true;
    const killer = kill(product, kills, () => walking, print);
    const faults = await walkAll(filed, staff, print);
    walking = false;
    await killer;
    return [...faults, ...(await faultsOfLog(staff, filed)), ...(await faultsOfNotices(staff, filed))];
  } finally {
    await product.stop();
  }
}

const phoneOf = (n) => `1380001${String(n).padStart(4, '0')}`;

async function kill(product, kills, goOn, print) {
  for (let n = 0; n < kills && goOn(); n++) {
    await sleep(3_000 + 1_000 * (n % 3));
    const part = PARTS[n % PARTS.length];
    const pid = product.pidOf(part);
    if (pid === undefined) continue;
    process.kill(pid, 'SIGKILL');
    print(`killed ${part} (${n + 1} of ${kills})`);
  }
}

async function walkAll(filed, staff, print) {
  const faults = [];
  const waiting = [...filed.entries()];
  let done = 0;
  const walker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [n, complaint] = next;
      try {
        await walk(staff, complaint, { within: PATIENCE_MS, short: n % 5 !== 0 });
        if (++done % 10 === 0) print(`${done} cases archived`);
      } catch (error) {
        faults.push(`${complaint.caseNo}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walker));
  return faults;
}

/** All events that the log keeps, as the operator reads them. */
async function eventsOf(staff) {
  const operator = await staff.first('operator');
  const events = [];
  for (let after = 0; ;) {
    const { items, next } = await operator.get(`/api/events?after=${after}&limit=1000`);
    events.push(...items);
    if (items.length === 0) return events;
    after = next;
  }
}

/** What was told last is on its way into the log for a moment more. */
async function faultsOfLog(staff, filed) {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const faults = await faultsOfEvents(staff, filed);
    if (faults.length === 0 || performance.now() > until) return faults;
    await sleep(1_000);
  }
}

/** Per source and key the sequence begins at 1 and has no gap; an id comes once; each case was registered and archived. */
async function faultsOfEvents(staff, filed) {
  const events = await eventsOf(staff);
  const faults = [];
  const ids = new Set();
  const sequences = new Map();
  for (const { id, source, partitionkey, sequence } of events) {
    if (ids.has(id)) faults.push(`event ${id} stands twice in the log`);
    ids.add(id);
    const key = `${source} ${partitionkey}`;
    const expected = (sequences.get(key) ?? 0) + 1;
    if (Number(sequence) !== expected) faults.push(`${key}: sequence ${Number(sequence)} where ${expected} is due`);
    sequences.set(key, Number(sequence));
  }
  const types = (caseNo) => events.filter(({ caseno }) => caseno === caseNo).map(({ type }) => type);
  for (const { caseNo } of filed) {
    const seen = types(caseNo);
    for (const type of [
      'case.registered',
      'case.accepted',
      'case.dispatched',
      'reply.filed',
      'outcome.notified',
      'case.archived',
    ]) {
      const times = seen.filter((other) => other === type).length;
      if (times !== 1) faults.push(`${caseNo}: ${type} ${times} times`);
    }
  }
  return faults;
}

/** A notice that is told twice says the same. */
async function faultsOfNotices(staff, filed) {
  const faults = [];
  for (const { caseNo, orgId } of filed) {
    const steward = await staff.first('property-steward', orgId);
    const { items } = await steward.get(`/api/cases/${caseNo}/notices`);
    const texts = new Map();
    for (const { template, text } of items) {
      const known = texts.get(template);
      if (known !== undefined && known !== text) faults.push(`${caseNo}: notice ${template} was told with two texts`);
      texts.set(template, text);
    }
  }
  return faults;
}
