import { DAY } from './calendar.js';
import type { Arithmetic } from './syntax.js';
import { FeelDate, FeelDateTime, FeelDuration, FeelPeriod, FeelTime, addMonths } from './temporal.js';
import { decimal } from './value.js';
import type { Value } from './value.js';

/** null for operands that do not fit. */
export function calculate(operator: Arithmetic, a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return numbers(operator, a, b);
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return typeof a === 'number' ? scale(b, a) : typeof b === 'number' ? scale(a, b) : null;
    case '/':
      return divide(a, b);
    case '**':
      return null;
  }
}

function numbers(operator: Arithmetic, a: number, b: number): number | null {
  switch (operator) {
    case '+':
      return decimal(a + b);
    case '-':
      return decimal(a - b);
    case '*':
      return decimal(a * b);
    case '/':
      return b === 0 ? null : decimal(a / b);
    case '**':
      return decimal(a ** b);
  }
}

export function negate(value: Value): Value {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  return scale(value, -1);
}

function add(a: Value, b: Value): Value {
  if (typeof a === 'string') return typeof b === 'string' ? a + b : null;
  if (a instanceof FeelDuration && b instanceof FeelDuration) return new FeelDuration(a.milli + b.milli);
  if (a instanceof FeelPeriod && b instanceof FeelPeriod) return new FeelPeriod(a.months + b.months);
  return shift(a, b, 1) ?? shift(b, a, 1);
}

function subtract(a: Value, b: Value): Value {
  if (a instanceof FeelDate && b instanceof FeelDate) return new FeelDuration((a.epochDay - b.epochDay) * DAY);
  if (a instanceof FeelDateTime && b instanceof FeelDateTime && !a.zone === !b.zone)
    return new FeelDuration(a.moment - b.moment);
  if (a instanceof FeelTime && b instanceof FeelTime && !a.zone === !b.zone) return new FeelDuration(a.order - b.order);
  if (a instanceof FeelDuration && b instanceof FeelDuration) return new FeelDuration(a.milli - b.milli);
  if (a instanceof FeelPeriod && b instanceof FeelPeriod) return new FeelPeriod(a.months - b.months);
  return shift(a, b, -1);
}

/** A point in time moved by a duration. */
function shift(point: Value, by: Value, sign: 1 | -1): Value {
  if (by instanceof FeelPeriod) {
    if (point instanceof FeelDate) return addMonths(point, sign * by.months);
    if (point instanceof FeelDateTime)
      return new FeelDateTime(addMonths(point.date, sign * by.months).epochDay * DAY + point.milli, point.zone);
    return null;
  }
  if (!(by instanceof FeelDuration)) return null;
  const milli = sign * by.milli;
  if (point instanceof FeelDate) return new FeelDate(Math.floor((point.epochDay * DAY + milli) / DAY));
  if (point instanceof FeelTime) return new FeelTime((((point.milli + milli) % DAY) + DAY) % DAY, point.zone);
  if (!(point instanceof FeelDateTime)) return null;
  // In a named zone hours count on the time line, so that the clock change of that day is passed.
  return point.zone?.id === undefined
    ? new FeelDateTime(point.local + milli, point.zone)
    : FeelDateTime.at(point.moment + milli, point.zone);
}

function scale(value: Value, by: number): Value {
  if (value instanceof FeelDuration) return new FeelDuration(Math.round(value.milli * by * 1e6) / 1e6);
  if (value instanceof FeelPeriod) return new FeelPeriod(Math.trunc(value.months * by));
  return null;
}

function divide(a: Value, b: Value): Value {
  if (typeof b === 'number') return b === 0 ? null : scale(a, 1 / b);
  if (a instanceof FeelDuration && b instanceof FeelDuration) return b.milli === 0 ? null : decimal(a.milli / b.milli);
  if (a instanceof FeelPeriod && b instanceof FeelPeriod) return b.months === 0 ? null : decimal(a.months / b.months);
  return null;
}
