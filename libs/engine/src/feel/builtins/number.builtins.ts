import { negate } from '../arithmetic.js';
import { FeelDuration, FeelPeriod } from '../temporal.js';
import { decimal } from '../value.js';
import type { Value } from '../value.js';
import { overloaded, signature } from './builtin.js';
import type { Builtin, Signature } from './builtin.js';

type Rounding = (value: number) => number;

const awayFromZero: Rounding = (value) => (value < 0 ? Math.floor(value) : Math.ceil(value));
const halfUp: Rounding = (value) => Math.sign(value) * Math.round(Math.abs(value));
const halfDown: Rounding = (value) => Math.sign(value) * Math.ceil(Math.abs(value) - 0.5);
const halfEven: Rounding = (value) => {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
};

/** Rounds the decimal digits as they are written: 1.005 is exactly between 1.00 and 1.01. */
function roundAt(value: number, scale: number, rounding: Rounding): number | null {
  if (!Number.isInteger(scale) || scale < -6111 || scale > 6176) return null;
  const shifted = shift(value, scale);
  if (!Number.isFinite(shifted)) return value;
  return shift(rounding(shifted), -scale) + 0;
}

function shift(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

const scaled = (rounding: Rounding): Signature =>
  signature({ n: 'number', scale: 'number' }, ({ n, scale }) => roundAt(n, scale, rounding));
const whole = (rounding: Rounding): Signature => signature({ n: 'number' }, ({ n }) => rounding(n) + 0);
const single = (run: (n: number) => Value): Builtin =>
  overloaded(signature({ number: 'number' }, ({ number }) => run(number)));

export const numberBuiltins: Record<string, Builtin> = {
  decimal: overloaded(scaled(halfEven)),
  floor: overloaded(whole(Math.floor), scaled(Math.floor)),
  ceiling: overloaded(whole(Math.ceil), scaled(Math.ceil)),
  'round up': overloaded(scaled(awayFromZero)),
  'round down': overloaded(scaled(Math.trunc)),
  'round half up': overloaded(scaled(halfUp)),
  'round half down': overloaded(scaled(halfDown)),
  abs: overloaded(
    signature({ n: 'number' }, ({ n }) => Math.abs(n)),
    signature({ n: 'duration' }, ({ n }) => (n.milli < 0 ? negate(n) : n)),
    signature({ n: 'period' }, ({ n }) => (n.months < 0 ? negate(n) : n)),
    signature({ number: 'number' }, ({ number }) => Math.abs(number)),
  ),
  modulo: overloaded(
    signature({ dividend: 'number', divisor: 'number' }, ({ dividend, divisor }) =>
      divisor === 0 ? null : decimal(dividend - divisor * Math.floor(dividend / divisor)),
    ),
  ),
  sqrt: single((n) => (n < 0 ? null : Math.sqrt(n))),
  log: single((n) => (n <= 0 ? null : Math.log(n))),
  exp: single((n) => decimal(Math.exp(n))),
  odd: single((n) => Math.abs(n % 2) === 1),
  even: single((n) => n % 2 === 0),
  'random number': overloaded(signature({}, () => Math.random())),
};

/** Sum of numbers or of durations of one kind; null for anything else. */
export function sum(items: readonly Value[]): Value {
  const [first] = items;
  if (first === undefined) return null;
  if (items.every((item) => typeof item === 'number'))
    return items.reduce<number | null>((total, item) => (total === null ? null : decimal(total + item)), 0);
  if (items.every((item) => item instanceof FeelDuration))
    return new FeelDuration(items.reduce((total, item) => total + item.milli, 0));
  if (items.every((item) => item instanceof FeelPeriod))
    return new FeelPeriod(items.reduce((total, item) => total + item.months, 0));
  return null;
}
