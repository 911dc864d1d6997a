import type { Rule } from './catalogue.js';
import type { Evidence } from './evidence.js';

type State = 'FAILING' | 'proven' | 'named' | 'UNPROVEN';

/** `ran`: the evidence comes from a report, so a test that only names a rule proves nothing. */
function stateOf(tests: readonly Evidence[], ran: boolean): State {
  if (tests.some(({ verdict }) => verdict === 'failed')) return 'FAILING';
  if (tests.some(({ verdict }) => verdict === 'passed')) return 'proven';
  return !ran && tests.length > 0 ? 'named' : 'UNPROVEN';
}

/** One line a rule, then the sum; false when a rule has no (passing) test. */
export function printCoverage(rules: readonly Rule[], evidence: ReadonlyMap<string, Evidence[]>): boolean {
  const ran = [...evidence.values()].flat().some(({ verdict }) => verdict !== 'not run');
  const states = rules.map((rule) => {
    const tests = evidence.get(rule.id) ?? [];
    const state = stateOf(tests, ran);
    console.log(`${rule.id.padEnd(7)} ${state.padEnd(9)} ${String(tests.length).padStart(3)} tests  ${rule.zh}`);
    return { id: rule.id, state };
  });
  const missing = states.filter(({ state }) => state === 'UNPROVEN' || state === 'FAILING');
  const proven = states.length - missing.length;
  const how = ran ? 'proven by a passing test' : 'named by a test (no report: nothing is known to pass)';
  console.log(`\n${proven} of ${rules.length} rules ${how}`);
  if (missing.length > 0) console.log(`without: ${missing.map(({ id }) => id).join(', ')}`);
  return missing.length === 0;
}
