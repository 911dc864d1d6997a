import { NO_RECORD } from '@huiying/forms';

/** Answers of a form that was completed before, or undefined where it was not. */
export type Said = Readonly<Record<string, unknown>> | undefined;

/** Lines of a list that a form said. */
export function linesOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

/** Parts that say something, one below the other; the placeholder where none does. */
export function sheet(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n') || NO_RECORD;
}

/** Files, photos and receipts as a form names them: what it is and where it lies. */
export function materials(value: unknown): string {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').join('、') : '';
}
