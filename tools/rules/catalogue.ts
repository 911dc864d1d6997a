import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FIRST_TEXTS } from '../../apps/studio/src/rulebook/first-texts.js';

/** One obligation of docs/rules/catalogue.yaml. */
export interface Rule {
  id: string;
  en: string;
  /** The source's own heading or name of a form. */
  zh: string;
  /** The sentence in Chinese: version 1 of the rulebook. */
  text: string;
  home: string;
  /** Figures that the source states. */
  params?: Readonly<Record<string, unknown>>;
  /** Figures that the source leaves open, with our start value. */
  defaults?: Readonly<Record<string, unknown>>;
}

/** A regulation: D01 is where the rules R01.* stand. */
export interface SourceDocument {
  id: string;
  zh: string;
  en: string;
}

export const RULE_ID = /R\d\d\.\d+/g;

interface Catalogue {
  documents: Record<string, { zh: string; en: string }>;
  rules: Omit<Rule, 'text'>[];
}

export function readCatalogue(): { documents: SourceDocument[]; rules: Rule[] } {
  const { documents, rules } = parse(readFileSync('docs/rules/catalogue.yaml', 'utf8')) as Catalogue;
  return {
    documents: Object.entries(documents).map(([id, names]) => ({ id, ...names })),
    rules: rules.map((rule) => ({ ...rule, text: sentenceOf(rule) })),
  };
}

function sentenceOf({ id, zh }: Pick<Rule, 'id' | 'zh'>): string {
  const head = `${id} ${zh}：`;
  const lines = Object.values(FIRST_TEXTS).flatMap((text) => text.split('\n'));
  const line = lines.find((one) => one.startsWith(head));
  if (line === undefined) throw new Error(`${id}: version 1 of the rulebook has no such rule`);
  return line.slice(head.length);
}

/** `R11.5` stands in `D11`. */
export function documentOf(rule: Rule, documents: readonly SourceDocument[]): SourceDocument {
  const id = `D${rule.id.slice(1, 3)}`;
  const found = documents.find((document) => document.id === id);
  if (!found) throw new Error(`${rule.id}: the catalogue knows no document ${id}`);
  return found;
}
