/** A stretch of a file: its text and where it lies, so that exactly this can be replaced. */
export interface Stretch {
  from: number;
  to: number;
  text: string;
}

/** A decision table as it stands in the file. */
interface TableText {
  inputs: string[];
  outputs: { name: string; label: string }[];
  rows: { id: string; note: string; inputs: Stretch[]; outputs: Stretch[] }[];
}

/** A decision as it stands in the file: a table, or a literal expression. */
export interface DecisionText {
  id: string;
  name: string;
  note: string;
  table: TableText | undefined;
  literal: Stretch | undefined;
}

const P = '(?:\\w+:)?';
const element = (name: string) => new RegExp(`<${P}${name}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${P}${name}>)`, 'dg');

/**
 * Reads the decisions of a DMN file with the place of every cell. No tree is built and written again: a file keeps every byte that is
 * not changed on purpose, so that two versions differ in what a person changed and in nothing else.
 */
export function decisionsIn(xml: string): DecisionText[] {
  return elements(xml, 0, 'decision').map(({ attributes, inner }) => {
    const [table] = elements(inner.text, inner.from, 'decisionTable');
    const [literal] = table ? [] : elements(inner.text, inner.from, 'literalExpression');
    return {
      id: attributeOf(attributes, 'id'),
      name: attributeOf(attributes, 'name'),
      note: noteOf(table ? inner.text.slice(0, table.inner.from - inner.from) : inner.text, inner.from),
      table: table && tableOf(table.inner),
      literal: literal && textIn(literal.inner),
    };
  });
}

/** The file with one stretch replaced and every other byte as it was. */
export function replaced(xml: string, { from, to }: Stretch, text: string): string {
  return xml.slice(0, from) + escaped(text) + xml.slice(to);
}

function tableOf(inner: Stretch): TableText {
  const inputs = elements(inner.text, inner.from, 'input').map(
    (input) => textIn(elements(input.inner.text, input.inner.from, 'inputExpression')[0]?.inner)?.text ?? '',
  );
  const outputs = elements(inner.text, inner.from, 'output').map(({ attributes }) => ({
    name: attributeOf(attributes, 'name'),
    label: attributeOf(attributes, 'label'),
  }));
  const rows = elements(inner.text, inner.from, 'rule').map((rule) => ({
    id: attributeOf(rule.attributes, 'id'),
    note: noteOf(rule.inner.text, rule.inner.from),
    inputs: entries(rule.inner, 'inputEntry'),
    outputs: entries(rule.inner, 'outputEntry'),
  }));
  return { inputs, outputs, rows };
}

function entries(inner: Stretch, name: string): Stretch[] {
  return elements(inner.text, inner.from, name).map(
    (entry) => textIn(entry.inner) ?? { from: entry.inner.from, to: entry.inner.from, text: '' },
  );
}

function textIn(inner: Stretch | undefined): Stretch | undefined {
  return inner && elements(inner.text, inner.from, 'text')[0]?.inner;
}

function noteOf(text: string, from: number): string {
  return plain(elements(text, from, 'description')[0]?.inner.text ?? '');
}

function elements(text: string, offset: number, name: string): { attributes: string; inner: Stretch }[] {
  return [...text.matchAll(element(name))].map((match) => {
    const [from, to] = match.indices?.[2] ?? match.indices?.[0] ?? [0, 0];
    return {
      attributes: match[1] ?? '',
      inner: { from: offset + from, to: offset + to, text: match[2] ?? '' },
    };
  });
}

function attributeOf(attributes: string, name: string): string {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text of XML as people write it. */
export function plain(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
