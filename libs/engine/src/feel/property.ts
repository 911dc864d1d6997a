import { FeelDate, FeelDateTime, FeelDuration, FeelPeriod, FeelTime } from './temporal.js';
import { FeelInterval, isContext, isList } from './value.js';
import type { Value } from './value.js';

/** `value.name`: an entry of a context, a part of a temporal value, of a list that of every element; null when there is none. */
export function property(value: Value, name: string): Value {
  if (isList(value)) return value.map((item) => property(item, name));
  if (isContext(value)) return Object.hasOwn(value, name) ? (value[name] ?? null) : null;
  if (value instanceof FeelDate) return dateProperty(value, name);
  if (value instanceof FeelDateTime)
    return (
      dateProperty(value.date, name) ?? clockProperty(value.milli, name) ?? zoneProperty(value, value.offset, name)
    );
  if (value instanceof FeelTime)
    return clockProperty(value.milli, name) ?? zoneProperty(value, value.zone?.offset, name);
  if (value instanceof FeelDuration) return durationProperty(value, name);
  if (value instanceof FeelPeriod) return periodProperty(value, name);
  if (value instanceof FeelInterval) return intervalProperty(value, name);
  return null;
}

function dateProperty(date: FeelDate, name: string): Value {
  const { year, month, day } = date.parts;
  switch (name) {
    case 'year':
      return year;
    case 'month':
      return month;
    case 'day':
      return day;
    case 'weekday':
      return date.weekday;
    default:
      return null;
  }
}

function clockProperty(milli: number, name: string): Value {
  switch (name) {
    case 'hour':
      return Math.floor(milli / 3_600_000);
    case 'minute':
      return Math.floor(milli / 60_000) % 60;
    case 'second':
      return Math.floor(milli / 1000) % 60;
    default:
      return null;
  }
}

function zoneProperty(value: FeelTime | FeelDateTime, offset: number | undefined, name: string): Value {
  if (name === 'timezone') return value.zone?.id ?? null;
  return name === 'time offset' && offset !== undefined ? new FeelDuration(offset * 1000) : null;
}

function durationProperty({ milli }: FeelDuration, name: string): Value {
  switch (name) {
    case 'days':
      return whole(milli / 86_400_000);
    case 'hours':
      return whole((milli / 3_600_000) % 24);
    case 'minutes':
      return whole((milli / 60_000) % 60);
    case 'seconds':
      return whole((milli / 1000) % 60);
    default:
      return null;
  }
}

function periodProperty({ months }: FeelPeriod, name: string): Value {
  if (name === 'years') return whole(months / 12);
  return name === 'months' ? whole(months % 12) : null;
}

function intervalProperty(interval: FeelInterval, name: string): Value {
  switch (name) {
    case 'start':
      return interval.low;
    case 'end':
      return interval.high;
    case 'start included':
      return interval.lowIncluded;
    case 'end included':
      return interval.highIncluded;
    default:
      return null;
  }
}

/** Cut towards zero, without the negative zero. */
function whole(value: number): number {
  return Math.trunc(value) + 0;
}
