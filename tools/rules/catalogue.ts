import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One obligation of docs/rules/catalogue.yaml. */
export interface Rule {
  id: string;
  en: string;
  zh: string;
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
  rules: Rule[];
}

export function readCatalogue(): { documents: SourceDocument[]; rules: Rule[] } {
  const { documents, rules } = parse(readFileSync('docs/rules/catalogue.yaml', 'utf8')) as Catalogue;
  return { documents: Object.entries(documents).map(([id, names]) => ({ id, ...names })), rules };
}

/** `R11.5` stands in `D11`. */
export function documentOf(rule: Rule, documents: readonly SourceDocument[]): SourceDocument {
  const id = `D${rule.id.slice(1, 3)}`;
  const found = documents.find((document) => document.id === id);
  if (!found) throw new Error(`${rule.id}: the catalogue knows no document ${id}`);
  return found;
}

/** `fineYuan 2000`, those that the source leaves open with †. */
export function figuresOf({ params = {}, defaults = {} }: Rule): string[] {
  const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return [
    ...Object.entries(params).map(([name, value]) => `${name} ${show(value)}`),
    ...Object.entries(defaults).map(([name, value]) => `${name} ${show(value)}†`),
  ];
}
