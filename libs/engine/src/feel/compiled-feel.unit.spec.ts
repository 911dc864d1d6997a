import { CompiledFeel } from './compiled-feel.js';
import { scopeOf } from './feel.js';
import type { JsonObject, JsonValue } from './feel.js';

const variables: JsonObject = {
  n: 7,
  s: 'Zeebe Engine',
  xs: [1, 2, 3, 4],
  nil: null,
  t: true,
  p: { name: 'Ada', addr: { city: 'Bonn', zip: '53111' } },
  orders: [
    { id: 'A', sum: 10, open: true },
    { id: 'B', sum: 25, open: false },
    { id: 'C', sum: 40, open: true },
  ],
  day: '2024-02-29',
};
const NOW = Date.UTC(2026, 10, 25, 8, 30);

function evaluate(text: string, context = variables): JsonValue {
  const expression = new CompiledFeel().compile(text);
  if (expression.kind === 'compile-error') throw new Error(expression.message);
  const result = expression.evaluate(scopeOf(context), NOW);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Expression and value. */
type Row = [text: string, value: JsonValue];

describe('arithmetic is decimal', () => {
  it.each<Row>([
    ['0.1 + 0.2', 0.3],
    ['0.1 * 3', 0.3],
    ['0.3 / 0.1', 3],
    ['1 / 3', 1 / 3],
    ['1e3 + 1', 1001],
    ['2 ** 3 ** 2', 64],
    ['-n + 10', 3],
    ['n / 0', null],
    ['"5" + 1', null],
    ['12345678901234 + 1', 12345678901235],
  ])('%s', (text, value) => expect(evaluate(text)).toEqual(value));
});

describe('what cannot be compared is null', () => {
  it.each<Row>([
    ['1 = "1"', null],
    ['1 < true', null],
    ['missing < 1', null],
    ['missing = null', true],
    ['n = null', false],
    ['[] = [1]', false],
    ['{a: 1} = {a: 1}', true],
    ['true and 2', null],
    ['false and 2', false],
    ['2 or true', true],
  ])('%s', (text, value) => expect(evaluate(text)).toEqual(value));
});

describe('lists, contexts and filters', () => {
  it.each<Row>([
    ['xs[-1]', 4],
    ['xs[item > 2]', [3, 4]],
    ['orders[open].id', ['A', 'C']],
    ['orders[sum > 20 and open].id', ['C']],
    ['[{item: 1}, {item: 5}][item > 2]', [{ item: 5 }]],
    ['get value(p, ["addr", "zip"])', '53111'],
    ['context put({a: {b: 1}}, ["a", "c"], 2)', { a: { b: 1, c: 2 } }],
    ['for i in 1..4 return if i <= 2 then 1 else partial[-1] + partial[-2]', [1, 1, 2, 3]],
    ['some x in xs satisfies x > 3', true],
    ['sort(xs, function(a, b) a > b)', [4, 3, 2, 1]],
    ['min("b", "a")', 'a'],
    ['max([date("2024-01-01"), date("2025-01-01")]) = date("2025-01-01")', true],
    ['{a b: 3}.`a b`', 3],
    ['n in (< 3, >= 7)', true],
    ['n in ]1..7[', false],
  ])('%s', (text, value) => expect(evaluate(text)).toEqual(value));
});

describe('texts', () => {
  it.each<Row>([
    ['substring(s, -6, 3)', 'Eng'],
    ['extract("a1 b22 c", "[a-z][0-9]+")', ['a1', 'b22']],
    ['string join(["a", "b"], "-", "<", ">")', '<a-b>'],
    ['replace("2024-05", "(\\d{4})-(\\d{2})", "$2/$1")', '05/2024'],
    ['string length("项目😀")', 3],
    ['"\\u4e2d"', '中'],
    ['string({a: 1, b: "x"})', '{a:1, b:"x"}'],
    ['number("1.500,25", ".", ",")', 1500.25],
  ])('%s', (text, value) => expect(evaluate(text)).toEqual(value));
});

describe('temporal values', () => {
  it.each<Row>([
    ['duration("PT36H")', 'PT36H'],
    ['string(duration("PT36H"))', 'P1DT12H'],
    ['duration("P1DT2H")', 'PT26H'],
    ['duration("PT0S")', 'PT0S'],
    ['duration("-PT1H30M")', 'PT-1H-30M'],
    ['string(duration("PT2H") * 3)', 'PT6H'],
    ['duration("P1D") / duration("PT1H")', 24],
    ['date and time("2024-05-17T09:15:00")', '2024-05-17T09:15'],
    ['@"2024-05-17T09:15:30@Asia/Shanghai"', '2024-05-17T09:15:30+08:00[Asia/Shanghai]'],
    ['date("2023-02-29")', null],
    ['string(date("2024-01-31") + duration("P1M"))', '2024-02-29'],
    ['string(last day of month(date(day)))', '2024-02-29'],
    ['week of year(date("2021-01-01"))', 53],
    ['time("10:00:00").hour', 10],
    ['today() = date(now())', true],
    ['now() - date and time("2026-11-25T08:30:00Z") = duration("PT0S")', true],
    ['before([1..3], [4..6])', true],
    ['overlaps([1..4], [3..6])', true],
  ])('%s', (text, value) => expect(evaluate(text)).toEqual(value));
});

describe('what FEEL 1.17 does not have', () => {
  it.each(['trim(" a ")', 'uuid()', 'to base64("a")', 'is empty([])', 'is blank("")', 'partition(xs, 2)'])(
    '%s is null',
    (text) => expect(evaluate(text)).toBeNull(),
  );
});

it('reports a failed assert as a failure', () => {
  const expression = new CompiledFeel().compile('assert(x, x != null, "x is missing")');
  expect(expression.kind === 'expression' && expression.evaluate(scopeOf({}), NOW)).toEqual({
    ok: false,
    message: 'x is missing',
  });
});

it('names what it reads, and asks for nothing else', () => {
  const expression = new CompiledFeel().compile('for x in xs return x + n + count(p.tags)');
  if (expression.kind !== 'expression') throw new Error(expression.message);
  expect([...expression.names].sort()).toEqual(['n', 'p', 'xs']);
  const asked: string[] = [];
  expression.evaluate({ get: (name) => (asked.push(name), [1]) }, NOW);
  expect(new Set(asked)).toEqual(new Set(expression.names));
});

it.each(['1 +', 'a b', '"open', '[1, 2', 'if a then b', '{a 1}', 'x in'])('refuses to compile %s', (text) => {
  expect(new CompiledFeel().compile(text)).toMatchObject({ kind: 'compile-error', text });
});

it('compiles deeply nested parentheses in linear time', () => {
  const depth = 200;
  expect(evaluate(`${'('.repeat(depth)}n${')'.repeat(depth)}`)).toBe(7);
});
