import { isGroup } from '@huiying/contracts';
import { decisionsIn, type DecisionText, plain, type Stretch } from './dmn-text.js';
import { entriesOf, type Literal, literalOf } from './literal.js';

/** What a figure may be changed to. */
type FigureKind = 'number' | 'flag' | 'text' | 'day' | 'unit' | 'role' | 'roles' | 'list' | 'formula';

/** One figure of a decision: an entry of its parameters, or a cell of a row. */
export interface Figure {
  /** `<decision>/<name>` of a parameter, `<decision>/<row>/<column>` of a cell. */
  id: string;
  /** What it is whatever the rows are called: the parameter, or the conditions of the row and the column. */
  key: string;
  decision: string;
  /** Rule that the row or parameter is annotated with; null where none is. */
  ruleId: string | null;
  /** Chinese name: the annotation, and the column of a cell. */
  name: string;
  kind: FigureKind;
  value: Literal;
  /** 工作日, 天, 元 …, empty where it has none. */
  unit: string;
  /** Our own start value, which no source states (†). */
  ours: boolean;
  place: Stretch;
}

export const UNITS = ['d', 'wd', 'h', 'same-day', 'date'] as const;
const UNIT_NAMES: Readonly<Record<string, string>> = { d: '天', wd: '工作日', h: '小时' };
const SUFFIXES: readonly [RegExp, string][] = [
  [/Yuan$/, '元'],
  [/WorkingDays$/, '工作日'],
  [/Days$/, '天'],
  [/Months$/, '个月'],
  [/Years$/, '年'],
  [/Households$/, '户'],
];
const RULE = /R\d{2}\.\d{1,2}/g;
/** Cells of codes, of yes and no, and of a rank among rows are the decision's logic; these alone of them are figures. */
const FLAGS = new Set(['countsStartDay', 'pausable']);
const LOGIC = new Set(['level', 'due', 'recurrence', 'weight']);
/** Decisions whose rows are an operator's list of words, kept elsewhere. */
const LISTS = new Set(['topic-words']);

/** Every figure of a DMN file, in the order of the file. */
export function figuresIn(xml: string): Figure[] {
  return decisionsIn(xml).flatMap((decision) => [...parametersOf(decision), ...cellsOf(decision)]);
}

function parametersOf({ id, note, literal }: DecisionText): Figure[] {
  if (!literal) return [];
  const decision = id.replace(/-parameters$/, '');
  if (/Formula$/.test(id)) {
    const { ruleId, name } = annotated(note, id);
    return [
      {
        id: `${id}/formula`,
        key: `${id}/formula`,
        decision: id,
        ruleId,
        name,
        kind: 'formula',
        value: plain(literal.text),
        unit: '',
        ours: true,
        place: literal,
      },
    ];
  }
  return entriesOf(literal).flatMap(({ name: key, value: place }) => {
    const value = literalOf(place.text);
    if (value === undefined) return [];
    const { ruleId, name } = annotated(note, key);
    const unit = SUFFIXES.find(([suffix]) => suffix.test(key))?.[1] ?? '';
    return [
      {
        id: `${decision}/${key}`,
        key: `${decision}/${key}`,
        decision,
        ruleId,
        name,
        kind: kindOf(value),
        value,
        unit,
        ours: isOurs(note, key),
        place,
      },
    ];
  });
}

function cellsOf({ id: decision, table }: DecisionText): Figure[] {
  if (!table || LISTS.has(decision)) return [];
  const alike = new Map<string, number>();
  return table.rows.flatMap(({ id: row, note, inputs, outputs }) => {
    const conditions = inputs.map(({ text }) => text.trim()).join(' | ');
    const nth = (alike.get(conditions) ?? 0) + 1;
    alike.set(conditions, nth);
    return outputs.flatMap((place, column) => {
      const { name: key = '', label = '' } = table.outputs[column] ?? {};
      const value = literalOf(place.text);
      if (value === undefined || LOGIC.has(key)) return [];
      const kind = key === 'unit' && isUnit(value) ? 'unit' : kindOf(value);
      if (kind === 'text' || kind === 'list' || (kind === 'flag' && !FLAGS.has(key))) return [];
      const title = note.replace(RULE, '').replace(/†/g, '').trim();
      return [
        {
          id: `${decision}/${row}/${key === '' ? decision : key}`,
          key: `${decision}/${conditions}/${nth}/${key}`,
          decision,
          ruleId: note.match(RULE)?.[0] ?? null,
          name: [title, label].filter((text) => text !== '').join(' · '),
          kind,
          value,
          unit: unitOf(key, outputs, table.outputs),
          ours: note.includes('†'),
          place,
        },
      ];
    });
  });
}

/** `R10.5 majorAmountYuan：重大的金额；majorHouseholds：…`: the rule before the name, and what follows it. */
function annotated(note: string, key: string): { ruleId: string | null; name: string } {
  const at = note.includes(key) ? note.indexOf(key) : note.indexOf(key.split('.')[0] ?? key);
  if (at < 0) return { ruleId: note.match(RULE)?.[0] ?? null, name: key };
  const said = /^[\w.、 R]*：([^；。]*)/.exec(note.slice(at))?.[1]?.replace(/†/g, '').trim();
  return { ruleId: note.slice(0, at).match(RULE)?.at(-1) ?? note.match(RULE)?.[0] ?? null, name: said ?? key };
}

/** † in what is said of the parameter itself, or before the first of a sentence, which then holds for all of it. */
function isOurs(note: string, key: string): boolean {
  const name = note.includes(key) ? key : (key.split('.')[0] ?? key);
  const sentence = note.split('。').find((one) => one.includes(name)) ?? note;
  if (/^[\sR\d.]*†/.test(sentence)) return true;
  return (sentence.split('；').find((one) => one.includes(name)) ?? '').includes('†');
}

function unitOf(key: string, cells: readonly Stretch[], columns: readonly { name: string }[]): string {
  const named = SUFFIXES.find(([suffix]) => suffix.test(key))?.[1];
  if (named !== undefined || (key !== 'amount' && key !== 'maximum')) return named ?? '';
  const unit = literalOf(cells[columns.findIndex(({ name }) => name === 'unit')]?.text ?? '');
  return typeof unit === 'string' ? (UNIT_NAMES[unit] ?? '') : '';
}

function kindOf(value: Literal): FigureKind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => isGroup(String(one))) ? 'roles' : 'list';
  if (isGroup(value)) return 'role';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'day' : 'text';
}

function isUnit(value: Literal): boolean {
  return UNITS.some((unit) => unit === value);
}
