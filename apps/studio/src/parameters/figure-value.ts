import { ROLES, UNIT_GROUPS } from '@huiying/contracts';
import { defineProblems } from '@huiying/platform';
import { isDay } from '@huiying/working-time';
import { type Figure, type Literal, UNITS } from '@huiying/zeebe';

defineProblems({
  'parameter-type': { zh: '数值的类型与现行的不同', en: 'The value is of another type than the one in force' },
  'parameter-range': { zh: '数值超出允许的范围', en: 'The value is out of its range' },
  'parameter-text': {
    zh: '文字含有不允许的字符或过长',
    en: 'The text is too long or has characters that are not allowed',
  },
  'parameter-unchanged': { zh: '数值没有改变', en: 'The value is the one in force' },
});

const GROUPS = new Set<string>([...ROLES, ...UNIT_GROUPS]);
const LONGEST_TEXT = 200;
const LONGEST_FORMULA = 500;
const MOST = 1_000_000_000;

type Range = readonly [least: number, most: number, whole: boolean];
/** By the last part of the id; what is not named may be any number from 0. */
const RANGES: readonly [RegExp, Range][] = [
  [/(Months|every)$/, [1, 120, true]],
  [/(firstWeekFromWorkingDays|minimum)$/, [1, 7, true]],
  [/(Factor|keyFactor)$/, [0.01, 1, false]],
  [/warnAt$/, [0.01, 3_660, false]],
  [/(Days|amount|maximum|Years)$/, [0, 3_660, true]],
  [/(Yuan|Households|From|changes|Changes)$/, [0, MOST, false]],
];

/** Pure: the code of what is wrong with a new value, undefined when the figure may have it. */
export function faultOf(figure: Pick<Figure, 'id' | 'kind' | 'value'>, value: unknown): string | undefined {
  if (JSON.stringify(value) === JSON.stringify(figure.value)) return 'parameter-unchanged';
  switch (figure.kind) {
    case 'number':
      return typeof value === 'number' ? rangeFault(figure.id, value) : 'parameter-type';
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'parameter-type';
    case 'day':
      return typeof value === 'string' && isDay(value) ? undefined : 'parameter-type';
    case 'unit':
      return UNITS.some((unit) => unit === value) ? undefined : 'parameter-type';
    case 'role':
      return typeof value === 'string' && GROUPS.has(value) ? undefined : 'unknown-role';
    case 'roles':
      return isList(value) && value.length > 0 && value.every((one) => GROUPS.has(String(one)))
        ? undefined
        : 'unknown-role';
    case 'list':
      return isList(value) ? textFault(value.join(''), LONGEST_FORMULA) : 'parameter-type';
    case 'text':
      return typeof value === 'string' ? textFault(value, LONGEST_TEXT) : 'parameter-type';
    case 'formula':
      return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_FORMULA
        ? undefined
        : 'parameter-text';
  }
}

/** Roles that a value names. */
export function rolesIn(figure: Pick<Figure, 'kind'>, value: Literal): string[] {
  if (figure.kind === 'role') return [String(value)];
  return figure.kind === 'roles' && Array.isArray(value) ? value.map(String) : [];
}

function rangeFault(id: string, value: number): string | undefined {
  const [least, most, whole] = RANGES.find(([name]) => name.test(id))?.[1] ?? [0, MOST, false];
  const fits = Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value));
  return fits ? undefined : 'parameter-range';
}

function textFault(text: string, longest: number): string | undefined {
  return text.length <= longest && !/["\\]/.test(text) ? undefined : 'parameter-text';
}

function isList(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');
}
