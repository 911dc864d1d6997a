import { placesThatExist, readCatalogue, type Rule } from './rules/catalogue.js';
import { evidenceOf, type Evidence } from './rules/evidence.js';
import { codePlaces, modelPlaces } from './rules/trail.js';

// npm run rules                which rule is proven by how many passing tests; exit 1 when a rule whose process or decision is built has none
// npm run rules -- R04.7       its whole trail: catalogue, models, code, tests
// --results FILE               Jest's JSON report (jest --json --outputFile FILE); default .ci/out/jest.json, without one titles are read
const args = process.argv.slice(2);
const at = args.indexOf('--results');
const report = at < 0 ? '.ci/out/jest.json' : (args[at + 1] ?? '');
const wanted = args.find((arg) => /^R\d\d\.\d+$/.test(arg));
const evidence = evidenceOf(report);
const rules = readCatalogue();
const ran = [...evidence.values()].flat().some(({ verdict }) => verdict !== 'not run');

/** Rules whose process exists while the part that carries them out comes with a later issue; each with its reason. */
const LATER: Readonly<Record<string, string>> = {
  'R06.4': 'access of outside authorities comes with webhooks and grants',
};

if (wanted) showTrail(rules.find(({ id }) => id === wanted));
else showCoverage();

function showTrail(rule: Rule | undefined): void {
  if (!rule) throw new Error(`${wanted} is not in docs/rules/catalogue.yaml`);
  console.log(`${rule.id} ${rule.zh}\n${rule.en}\nhome: ${rule.home}`);
  const section = (title: string, lines: string[]) => {
    console.log(`\n${title} (${lines.length})`);
    for (const line of lines) console.log(`  ${line}`);
  };
  const models = modelPlaces(rule.id).map(({ file, what }) => `${file}  ${what}`);
  section('models', [...new Set(models)]);
  section(
    'code',
    codePlaces(rule.id).map(({ file, what }) => `${file}  ${what}`),
  );
  section(
    'tests',
    (evidence.get(rule.id) ?? []).map(({ file, name, verdict }) => `${verdict}  ${file}  ${name}`),
  );
}

function showCoverage(): void {
  const unproven: string[] = [];
  for (const rule of rules) {
    const tests = evidence.get(rule.id) ?? [];
    const { modelled, served } = placesThatExist(rule);
    const found = stateOf(tests, modelled, served);
    const state = found === 'UNPROVEN' && LATER[rule.id] ? 'later' : found;
    if (state === 'UNPROVEN') unproven.push(rule.id);
    console.log(
      `${rule.id.padEnd(7)} ${state.padEnd(9)} ${String(tests.length).padStart(3)} tests  ${rule.zh}  [${rule.home}]`,
    );
  }
  for (const [id, reason] of Object.entries(LATER)) console.log(`${id}: ${reason}`);
  const proven = rules.filter(({ id }) => isProven(evidence.get(id) ?? [])).length;
  console.log(
    `\n${proven} of ${rules.length} rules ${ran ? 'proven by a passing test' : 'named by a test (no report: nothing is known to pass)'}`,
  );
  if (unproven.length > 0) {
    console.log(`built, but without a ${ran ? 'passing ' : ''}test: ${unproven.join(', ')}`);
    process.exitCode = 1;
  }
}

function isProven(tests: Evidence[]): boolean {
  if (tests.some(({ verdict }) => verdict === 'failed')) return false;
  return tests.some(({ verdict }) => verdict === 'passed' || !ran);
}

function stateOf(tests: Evidence[], modelled: boolean, served: boolean): string {
  if (tests.some(({ verdict }) => verdict === 'failed')) return 'FAILING';
  if (isProven(tests)) return ran ? 'proven' : 'named';
  if (modelled) return 'UNPROVEN';
  return served ? 'open' : 'later';
}
