import { isGroup, type MeasureRef, type MeasureType } from '@huiying/contracts';
import { MEASURE_TYPES } from '@huiying/contracts';
import type { FieldError } from '@huiying/platform';
import { isDay } from '@huiying/working-time';

/** One line of a 措施列表, as a form says it. */
export interface MeasureLine {
  type: MeasureType;
  /** 措施内容 */
  description: string;
  /** Role that carries it out. */
  group: string;
  /** `yyyy-MM-dd` */
  plannedOn: string;
  /** Fen; required of 赔偿补偿. */
  amountFen: number | null;
}

export type MeasureState = 'proposed' | 'in-force' | 'done' | 'closed';

/** What a measure belongs to. */
export interface MeasureSubject {
  /** Number of the case, supervision, corrective action, report … */
  subjectNo: string;
  /** The case whose file shows the measure; null: it has none. */
  caseNo: string | null;
  /** Known where there is no case to ask. */
  orgId: string | null;
}

/** Measures of a case are its own subject. */
export function subjectOfCase(caseNo: string): MeasureSubject {
  return { subjectNo: caseNo, caseNo, orgId: null };
}

export interface Measure extends MeasureLine, MeasureSubject {
  measureNo: string;
  /** The task that proposed it; null: nobody did on a form. */
  taskId: string | null;
  state: MeasureState;
  doneOn: string | null;
  doneBy: string | null;
  paidFen: number | null;
  closedOn: string | null;
}

export const MOST_LINES = 50;
const LONGEST_TEXT = 500;

/**
 * Reads the 措施列表 of a form. A measure without a type is refused (R01.5), one for a day that is none or is past, for a group that nobody
 * holds, and a compensation without its amount as well.
 * @param today `yyyy-MM-dd`
 * @param field key of the list in its form
 */
export function readMeasures(
  value: unknown,
  today: string,
  field = 'measures',
): { lines: MeasureLine[] } | { errors: FieldError[] } {
  if (value === undefined || value === null || value === '') return { lines: [] };
  if (!Array.isArray(value)) return { errors: [{ field, code: 'not-allowed-value' }] };
  if (value.length > MOST_LINES)
    return { errors: [{ field, code: 'too-many-measures', params: { most: MOST_LINES } }] };
  const errors: FieldError[] = [];
  const lines = value.map((line, place) => {
    const read = line as Record<string, unknown>;
    const refuse = (key: string, code: string) => errors.push({ field: `${field}.${place}.${key}`, code });
    const text = (key: string) => {
      const found = typeof read[key] === 'string' ? read[key].trim() : '';
      if (found === '') refuse(key, 'required');
      if (found.length > LONGEST_TEXT)
        errors.push({ field: `${field}.${place}.${key}`, code: 'too-long', params: { max: LONGEST_TEXT } });
      return found;
    };
    const type = text('type');
    if (type !== '' && !MEASURE_TYPES.some((known) => known === type)) refuse('type', 'unknown-measure-type');
    const plannedOn = text('plannedOn');
    if (plannedOn !== '' && !isDay(plannedOn)) refuse('plannedOn', 'not-accepted-format');
    else if (plannedOn !== '' && plannedOn < today) refuse('plannedOn', 'in-the-past');
    const amountFen = typeof read['amountFen'] === 'number' ? read['amountFen'] : null;
    if (amountFen !== null && (!Number.isSafeInteger(amountFen) || amountFen < 0)) refuse('amountFen', 'not-an-amount');
    if (type === 'compensate' && amountFen === null) refuse('amountFen', 'required');
    const group = text('group');
    if (group !== '' && !isGroup(group)) refuse('group', 'unknown-role');
    return { type: type as MeasureType, description: text('description'), group, plannedOn, amountFen };
  });
  return errors.length > 0 ? { errors } : { lines };
}

export function refOf({ measureNo, group, plannedOn }: Pick<Measure, 'measureNo' | 'group' | 'plannedOn'>): MeasureRef {
  return { measureNo, group, plannedOn };
}

export function sumFen(lines: readonly Pick<MeasureLine, 'amountFen'>[]): number {
  return lines.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
}
