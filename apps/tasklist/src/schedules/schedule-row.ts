import { isDay } from '@huiying/working-time';
import type { Recurrence } from './recurrence.js';

const UNITS = ['organisation', 'region', 'store', 'holder'] as const;
/** For what a schedule starts one process each; `holder`: every unit at which somebody holds the role. */
type ScheduledUnits = (typeof UNITS)[number];

/** A row of decision `schedules`, read. */
export interface ScheduleRow {
  scheduleId: string;
  name: string;
  units: ScheduledUnits;
  /** Only where somebody holds it, at the unit or below. */
  role: string | null;
  message: string;
  process: string;
  recurrence: Recurrence;
  /** Stands in front of the unit in the key of the start message. */
  prefix: string | null;
  reportId: string | null;
  ownerGroup: string | null;
}

/**
 * Reads what decision `schedules` answers for a type of organisation.
 * @throws RangeError naming schedule and column when an operator wrote what no clock can follow
 */
export function scheduleRowsOf(output: unknown): ScheduleRow[] {
  if (output === null || output === undefined) return [];
  return (output as Record<string, unknown>[]).map(rowOf);
}

function rowOf(row: Record<string, unknown>): ScheduleRow {
  const scheduleId = textOf(row, 'scheduleId', '?');
  const units = UNITS.find((known) => known === row['unit']);
  if (!units) throw new RangeError(`decision schedules, ${scheduleId}: unit`);
  const role = optional(row['role']);
  if (units === 'holder' && role === null) throw new RangeError(`decision schedules, ${scheduleId}: role`);
  return {
    scheduleId,
    name: textOf(row, 'name', scheduleId),
    units,
    role,
    message: textOf(row, 'message', scheduleId),
    process: textOf(row, 'process', scheduleId),
    recurrence: recurrenceOf(row, scheduleId),
    prefix: optional(row['prefix']),
    reportId: optional(row['reportId']),
    ownerGroup: optional(row['ownerGroup']),
  };
}

function recurrenceOf(row: Record<string, unknown>, scheduleId: string): Recurrence {
  const count = (column: string, most: number) => {
    const value = row[column];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new RangeError(`decision schedules, ${scheduleId}: ${column}`);
  };
  switch (row['recurrence']) {
    case 'daily':
      return { kind: 'daily' };
    case 'after-year':
      return { kind: 'after-year' };
    case 'month-end':
      return { kind: 'month-end', every: count('every', 120) };
    case 'first-week':
      return { kind: 'first-week', minimum: count('minimum', 7) };
    case 'months': {
      const firstOn = row['firstOn'];
      if (typeof firstOn !== 'string' || !isDay(firstOn))
        throw new RangeError(`decision schedules, ${scheduleId}: firstOn`);
      return { kind: 'months', every: count('every', 120), firstOn };
    }
    default:
      throw new RangeError(`decision schedules, ${scheduleId}: recurrence`);
  }
}

function textOf(row: Record<string, unknown>, column: string, scheduleId: string): string {
  const value = optional(row[column]);
  if (value === null) throw new RangeError(`decision schedules, ${scheduleId}: ${column}`);
  return value;
}

function optional(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
