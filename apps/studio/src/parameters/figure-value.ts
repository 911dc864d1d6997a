import { isGroup, ORG_TYPES } from '@huiying/contracts';
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
  'parameter-spans': {
    zh: '时段须写作 08:00-12:00，先后相接、不重叠',
    en: 'Spans are written 08:00-12:00, one after the other without overlap',
  },
  'parameter-month-day': { zh: '须为月-日，例如 05-01', en: 'A month and a day, such as 05-01' },
  'parameter-organisations': {
    zh: '须为组织类型或组织编号',
    en: 'Types of organisation or ids of organisations',
  },
  'parameter-unchanged': { zh: '数值没有改变', en: 'The value is the one in force' },
});

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
      return typeof value === 'string' && isGroup(value) ? undefined : 'unknown-role';
    case 'roles':
      return isList(value) && value.length > 0 && value.every((one) => isGroup(String(one)))
        ? undefined
        : 'unknown-role';
    case 'list':
      return isList(value) ? listFault(figure, value) : 'parameter-type';
    case 'text':
      if (typeof value !== 'string') return 'parameter-type';
      if (isMonthDay(figure.value)) return isMonthDay(value) ? undefined : 'parameter-month-day';
      return textFault(value, LONGEST_TEXT);
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

/** Spans of a day stay spans, and whoever keeps office hours is an organisation (R09.9); other lists are free. */
function listFault(
  { id, value: before }: Pick<Figure, 'id' | 'value'>,
  value: (string | number)[],
): string | undefined {
  if (Array.isArray(before) && before.length > 0 && before.every(isSpan))
    return value.length > 0 && value.every(isSpan) && inOrder(value.map(String)) ? undefined : 'parameter-spans';
  if (id.endsWith('/keptBy') && !value.every(isOrganisation)) return 'parameter-organisations';
  return textFault(value.join(''), LONGEST_FORMULA);
}

function isSpan(value: unknown): boolean {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function inOrder(spans: readonly string[]): boolean {
  const times = spans.flatMap((span) => span.split('-'));
  return times.every((time, n) => n === 0 || time > (times[n - 1] ?? ''));
}

/** A day of every year: 29 February is none. */
function isMonthDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{2}-\d{2}$/.test(value) && isDay(`2026-${value}`);
}

function isOrganisation(value: unknown): boolean {
  return ORG_TYPES.some((type) => type === value) || (typeof value === 'string' && /^[A-Z][A-Z0-9-]*$/.test(value));
}

function textFault(text: string, longest: number): string | undefined {
  return text.length <= longest && !/["\\]/.test(text) ? undefined : 'parameter-text';
}

function isList(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');
}
