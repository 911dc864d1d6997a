import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FIRST_TEXTS } from './first-texts.js';

interface Catalogue {
  documents: Record<string, { zh: string }>;
  rules: { id: string; zh: string; en: string }[];
}

it('R06.6 version 1 of the rulebook is what the catalogue of the source regulations says, all 130 rules', () => {
  const { documents, rules } = parse(readFileSync('docs/rules/catalogue.yaml', 'utf8')) as Catalogue;
  for (const [document, { zh }] of Object.entries(documents)) {
    const own = rules.filter(({ id }) => id.startsWith(`R${document.slice(1)}.`));
    const text = [zh, ...own.map((rule) => `${rule.id} ${rule.zh}：${rule.en}`)].join('\n');
    expect(FIRST_TEXTS[document as keyof typeof FIRST_TEXTS]).toBe(text);
  }
  expect(rules).toHaveLength(130);
});
