import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { readCatalogue } from './rules/catalogue.js';
import { printCoverage } from './rules/coverage.js';
import { evidenceOf } from './rules/evidence.js';
import { printTrail } from './rules/print-trail.js';
import { ruleBook } from './rules/rule-book.js';

// npm run rules                which rule is proven by how many passing tests; exit 1 when one has none
// npm run rules -- R04.7       its whole trail: source, parameters, models, code, tests
// npm run rules -- --write     writes docs/rules.md; --check says whether it is up to date
// --results FILE               Jest's JSON report (jest --json --outputFile FILE); default .ci/out/jest.json, without one titles are read
const BOOK = 'docs/rules.md';
const args = process.argv.slice(2);
const at = args.indexOf('--results');
const report = at < 0 ? '.ci/out/jest.json' : (args[at + 1] ?? '');
const wanted = args.find((arg) => /^R\d\d\.\d+$/.test(arg));
const { documents, rules } = readCatalogue();

if (wanted) {
  const rule = rules.find(({ id }) => id === wanted);
  if (!rule) throw new Error(`${wanted} is not in docs/rules/catalogue.yaml`);
  printTrail(rule, documents, evidenceOf(report).get(wanted) ?? []);
} else if (args.includes('--write') || args.includes('--check')) {
  // From the titles in the sources, never from a report: the book must not change with a run.
  const book = await format(ruleBook(documents, rules, evidenceOf('')), { parser: 'markdown' });
  if (args.includes('--write')) writeFileSync(BOOK, book);
  else if (!existsSync(BOOK) || readFileSync(BOOK, 'utf8') !== book) {
    console.error(`${BOOK} is not what models, code and tests say now: npm run rules -- --write`);
    process.exitCode = 1;
  }
} else if (!printCoverage(rules, evidenceOf(report))) process.exitCode = 1;
