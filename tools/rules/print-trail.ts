import { documentOf, type Rule, type SourceDocument } from './catalogue.js';
import type { Evidence } from './evidence.js';
import { figuresOf } from './figures.js';
import { codePlaces, modelPlaces } from './trail.js';

/** The whole trail of a rule: source document, figures, process elements and rows, code, tests. */
export function printTrail(rule: Rule, documents: readonly SourceDocument[], tests: readonly Evidence[]): void {
  const source = documentOf(rule, documents);
  console.log(
    `${rule.id} ${rule.zh}\n${rule.text}\n${rule.en}\nsource: ${source.id} ${source.zh} (${source.en})\nhome: ${rule.home}`,
  );
  section('parameters', figuresOf(rule));
  section(
    'models',
    modelPlaces(rule.id).map(({ file, element, elementName }) => `${file}  ${element} ${elementName}`.trimEnd()),
  );
  section(
    'code',
    codePlaces(rule.id).map(({ file, what }) => `${file}  ${what}`),
  );
  section(
    'tests',
    tests.map(({ file, name, verdict }) => `${verdict}  ${file}  ${name}`),
  );
}

function section(title: string, lines: readonly string[]): void {
  console.log(`\n${title} (${lines.length})`);
  for (const line of lines) console.log(`  ${line}`);
}
