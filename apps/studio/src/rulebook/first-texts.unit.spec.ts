import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FIRST_TEXTS_EN } from './first-texts.en.js';
import { FIRST_TEXTS } from './first-texts.js';

interface Catalogue {
  documents: Record<string, { zh: string; en: string }>;
  rules: { id: string; zh: string; en: string }[];
}

const { documents, rules } = parse(readFileSync('docs/rules/catalogue.yaml', 'utf8')) as Catalogue;
const titled = (document: string) => rules.filter(({ id }) => id.startsWith(`R${document.slice(1)}.`));

/** The sentence of a rule in the text of its document. */
function sentence(texts: Readonly<Record<string, string>>, id: string, title: string): string {
  const line = texts[`D${id.slice(1, 3)}`]?.split('\n').find((one) => one.startsWith(`${id} ${title}`));
  return line?.slice(`${id} ${title}`.length) ?? '';
}

/** Number words of the English sentences that are figures; every other `one` is none. */
const WORDS: readonly [RegExp, string][] = [
  [/\bone (year|day)\b/gi, '1 $1'],
  [/\bthe full year\b/gi, '1 year'],
  [/\bat most twice\b/gi, 'at most 2 times'],
  [/\beight kinds\b/gi, '8 kinds'],
  [/\bthe three stores\b/gi, 'the 3 stores'],
  [/\band (?=[\d,]+\b)/gi, ', '],
];
const UNITS: readonly [RegExp, string][] = [
  [/^(working days?|个工作日)/, 'working days'],
  [/^(days?|日)/, 'days'],
  [/^(years?|年)/, 'years'],
  [/^(households?|户)/, 'households'],
  [/^(times|次)/, 'times'],
  [/^(kinds|类)/, 'kinds'],
  [/^(stores|家分店)/, 'stores'],
  [/^元/, 'yuan'],
];

/** Figures with their units, in the order of nothing: `3 days`, `500 yuan`, `14:00`, `R11.8`, `X working days`, `same day`. */
function figures(text: string): string[] {
  const said = WORDS.reduce((changed, [word, digits]) => changed.replace(word, digits), text);
  const found = new Set<string>();
  if (/same day|当日(?!计入|起)/.test(said)) found.add('same day');
  for (const [rule] of said.matchAll(/R\d\d\.\d+/g)) found.add(rule);
  const plain = said.replace(/R\d\d\.\d+/g, '').replace(/(\d),(?=\d{3})/g, '$1');
  for (const [time] of plain.matchAll(/\d{1,2}:\d\d/g)) found.add(time);
  for (const [letter] of plain.matchAll(/(?<![A-Za-z])[XYZ](?![A-Za-z])/g)) found.add(letter);
  const money = plain.match(/CNY ([\d, ]+)/g)?.join(' ') ?? '';
  for (const [amount] of money.matchAll(/\d+/g)) found.add(`${amount} yuan`);
  const rest = plain.replace(/\d{1,2}:\d\d/g, '').replace(/CNY [\d, ]+/g, '');
  for (const match of rest.matchAll(/(\d+)(?:\s?(?:to|至)\s?(\d+))?\s?/g)) {
    const after = rest.slice(match.index + match[0].length);
    const unit = UNITS.find(([word]) => word.test(after))?.[1] ?? '?';
    for (const amount of [match[1], match[2]]) if (amount !== undefined) found.add(`${amount} ${unit}`);
  }
  return [...found].sort();
}

it('R06.6 version 1 of the rulebook has every document with all 130 rules in Chinese, none twice', () => {
  for (const [document, { zh, en }] of Object.entries(documents)) {
    const heads = titled(document).map((rule) => `${rule.id} ${rule.zh}：`);
    const [title, ...lines] = (FIRST_TEXTS[document as keyof typeof FIRST_TEXTS] ?? '').split('\n');
    expect(title).toBe(zh);
    expect(lines.map((line, index) => line.slice(0, heads[index]?.length))).toEqual(heads);
    expect(FIRST_TEXTS_EN[document as keyof typeof FIRST_TEXTS]).toBe(
      [en, ...titled(document).map((rule) => `${rule.id} ${rule.en}`)].join('\n'),
    );
  }
  expect(rules).toHaveLength(130);
});

it.each(rules)(
  'R06.6 $id is a Chinese sentence with every figure of the English one, and no other',
  ({ id, zh, en }) => {
    const chinese = sentence(FIRST_TEXTS, id, `${zh}：`);
    expect(chinese).toMatch(/^[^A-Za-z]*\p{Script=Han}.*。$/u);
    expect(chinese.replace(/R\d\d\.\d+|(?<![A-Za-z])[XYZ](?![A-Za-z])/g, '')).not.toMatch(/[A-Za-z]/);
    expect(figures(chinese)).toEqual(figures(en));
  },
);

it.each([
  ['within 3 days', '4日内'],
  ['within 3 days', '3个工作日内'],
  ['CNY 500 fine', '罚款50元'],
  ['CNY 2,000, 1,500 and 1,000', '2,000元、1,500元和100元'],
  ['5 to 7 working days', '5至8个工作日'],
  ['the same day', '次日'],
])('R06.6 the comparison sees that %s is not %s', (english, chinese) => {
  expect(figures(chinese)).not.toEqual(figures(english));
});
