import type { InternalCase, LimitUnit } from '@huiying/contracts';
import { keyCustomerAmount, type WarnAt } from '@huiying/working-time';
import type { LimitTerms } from './deadline.js';

/** What decision `deadlines` is asked with: codes of the case as they are now. */
export interface LimitFacts {
  orgType: string;
  kind: string | null;
  topic: string | null;
  severity: string | null;
  complexity: string | null;
  keyCustomer: boolean;
}

/** The same from a case; before the review the suggested kind stands for the kind (R02.3). */
export function limitFactsOf(found: InternalCase): LimitFacts {
  const { orgType, kind, suggestedKind, topic, severity, complexity, keyCustomer } = found;
  return { orgType, kind: kind ?? suggestedKind, topic, severity, complexity, keyCustomer };
}

/** A row of the decision, read: the terms of the limit and the mark it counts from. */
export interface LimitRow {
  terms: LimitTerms;
  /** `receipt`, `acceptance`, `task` … : a mark of the subject, else the cause itself. */
  from: string;
}

const UNITS: readonly LimitUnit[] = ['d', 'wd', 'h', 'same-day', 'date'];
const DEFAULT_WARNING: WarnAt = { ratio: 0.75 };

/**
 * Reads what decision `deadlines` answers for one limit; undefined when it has no row for the organisation's type.
 * @throws RangeError naming the limit and column when an operator wrote what no clock can follow
 */
export function limitRowOf(limitId: string, output: unknown, facts: LimitFacts): LimitRow | undefined {
  if (output === null || output === undefined) return undefined;
  const row = output as Record<string, unknown>;
  const unit = UNITS.find((known) => known === row['unit']);
  if (!unit) throw new RangeError(`decision deadlines, ${limitId}: unit`);
  const amount = unit === 'same-day' || unit === 'date' ? (numberOf(row['amount']) ?? 0) : numberOf(row['amount']);
  if (amount === undefined || amount < 0) throw new RangeError(`decision deadlines, ${limitId}: amount`);
  const factor = numberOf(row['keyFactor']);
  return {
    from: typeof row['from'] === 'string' ? row['from'] : 'task',
    terms: {
      unit,
      amount: facts.keyCustomer && factor !== undefined ? keyCustomerAmount(amount, unit, factor) : amount,
      countsStartDay: row['countsStartDay'] === true,
      warnAt: warnAtOf(row['warnAt']),
      pausable: row['pausable'] === true,
      maximum: numberOf(row['maximum']) ?? null,
      metBy: listOf(row['metBy']),
      onMissed: row['onMissed'] === 'path' ? 'path' : 'escalate',
    },
  };
}

/** A share of the budget up to 1, or the number of the day on which to warn. */
function warnAtOf(value: unknown): WarnAt {
  const number = numberOf(value) ?? (typeof value === 'string' ? numberOf(/\d+(\.\d+)?/.exec(value)?.[0]) : undefined);
  if (number === undefined || number <= 0) return DEFAULT_WARNING;
  return number <= 1 ? { ratio: number } : { amount: Math.round(number) };
}

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? (value as unknown[]) : typeof value === 'string' ? value.split(',') : [];
  const names = parts.filter((part): part is string => typeof part === 'string').map((part) => part.trim());
  return names.filter((name) => name !== '');
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(parsed) ? parsed : undefined;
}
