import type { JsonValue } from './feel.js';
import { FeelDate, FeelDateTime, FeelDuration, FeelPeriod, FeelTime } from './temporal.js';
import type { Temporal } from './temporal.js';

/** What an expression computes with. Lists are arrays, contexts plain objects; JSON values are values as they are. */
export type Value =
  null | boolean | number | string | Temporal | FeelInterval | FeelFunction | readonly Value[] | Context;

export interface Context {
  readonly [key: string]: Value;
}

export class FeelInterval {
  constructor(
    readonly low: Value,
    readonly high: Value,
    readonly lowIncluded: boolean,
    readonly highIncluded: boolean,
  ) {}

  /** null when the value cannot be compared with the ends. */
  includes(value: Value): boolean | null {
    const low = compare(value, this.low);
    const high = compare(value, this.high);
    if (low === undefined || high === undefined) return null;
    return (low > 0 || (low === 0 && this.lowIncluded)) && (high < 0 || (high === 0 && this.highIncluded));
  }
}

export class FeelFunction {
  constructor(
    readonly parameters: readonly string[],
    readonly invoke: (values: readonly Value[]) => Value,
  ) {}
}

/** Ends the evaluation: a failed assert. Everything else that goes wrong is null. */
export class FeelFailure extends Error {}

export type TypeName =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'
  | 'list'
  | 'context';

export function typeOf(value: Value): TypeName {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'list';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelDuration) return 'days and time duration';
  if (value instanceof FeelPeriod) return 'years and months duration';
  if (value instanceof FeelInterval) return 'range';
  if (value instanceof FeelFunction) return 'function';
  return 'context';
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isContext(value: Value): value is Context {
  return typeof value === 'object' && typeOf(value) === 'context';
}

/** Equality of FEEL: null equals null alone; unlike types are null ("not comparable"). */
export function equal(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b;
  if (typeof a !== 'object' || typeof b !== 'object') return typeof a === typeof b ? a === b : null;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i] ?? null) === true);
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equal(a[key] ?? null, b[key] ?? null) === true)
    );
  }
  if (a instanceof FeelInterval && b instanceof FeelInterval)
    return (
      a.lowIncluded === b.lowIncluded &&
      a.highIncluded === b.highIncluded &&
      equal(a.low, b.low) === true &&
      equal(a.high, b.high) === true
    );
  const order = compare(a, b);
  return order === undefined ? null : order === 0;
}

/** Order of two values of one type that has an order; undefined for any others. */
export function compare(a: Value, b: Value): number | undefined {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : undefined;
  if (typeof a === 'string') return typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : undefined;
  if (a instanceof FeelDate) return b instanceof FeelDate ? a.epochDay - b.epochDay : undefined;
  if (a instanceof FeelDateTime)
    return b instanceof FeelDateTime && !a.zone === !b.zone ? a.moment - b.moment : undefined;
  if (a instanceof FeelTime) return b instanceof FeelTime && !a.zone === !b.zone ? a.order - b.order : undefined;
  if (a instanceof FeelDuration) return b instanceof FeelDuration ? a.milli - b.milli : undefined;
  if (a instanceof FeelPeriod) return b instanceof FeelPeriod ? a.months - b.months : undefined;
  return undefined;
}

/** The value as a process variable: temporal values as Java writes them, functions and intervals as null. */
export function toJson(value: Value): JsonValue {
  if (value === null || typeof value !== 'object') return Number.isNaN(value) ? null : value;
  if (isList(value)) return value.map(toJson);
  if (isTemporal(value)) return value.toVariable();
  if (value instanceof FeelFunction || value instanceof FeelInterval) return null;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toJson(entry)]));
}

function isTemporal(value: Value): value is Temporal {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof FeelDuration ||
    value instanceof FeelPeriod
  );
}

/** What string() gives; texts inside lists and contexts are quoted. */
export function toText(value: Value, nested = false): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return nested ? `"${value}"` : value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map((item) => toText(item, true)).join(', ')}]`;
  if (isTemporal(value)) return value.toString();
  if (value instanceof FeelInterval)
    return `${value.lowIncluded ? '[' : '('}${toText(value.low, true)}..${toText(value.high, true)}${value.highIncluded ? ']' : ')'}`;
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`;
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}:${toText(entry, true)}`)
    .join(', ')}}`;
}

/** Without exponent, as far as that is readable. */
function numberText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

const CLOSE = 4.5e-16;

/**
 * FEEL computes with decimals. A double carries 15 digits exactly, so a result one or two steps away from such a number is
 * that number: 0.1 + 0.2 is 0.3, while 1 / 3 stays as it is. What is no number (a division by zero) is null.
 */
export function decimal(result: number): number | null {
  if (Number.isInteger(result)) return result;
  if (!Number.isFinite(result)) return null;
  const rounded = Number(result.toPrecision(15));
  return Math.abs(result - rounded) <= Math.abs(result) * CLOSE ? rounded : result;
}
