import { ROLE_NAMES } from '@huiying/contracts';

/** Answers of a form that was completed before, or undefined where it was not. */
export type Said = Readonly<Record<string, unknown>> | undefined;

export const NONE = '（暂无记录）';

/** The word of a code, or the code itself: an old record may hold one that is no longer offered. */
export function named(names: Readonly<Record<string, { zh: string }>>, code: unknown): string {
  const key = typeof code === 'string' ? code : '';
  return Object.hasOwn(names, key) ? (names[key]?.zh ?? key) : key;
}

export function groupName(group: unknown): string {
  return named(ROLE_NAMES, group);
}

export function text(value: unknown): string {
  if (value === true || value === 'true') return '是';
  if (value === false || value === 'false') return '否';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

export function day(value: unknown): string {
  return text(value).slice(0, 10);
}

export function yuan(fen: number): string {
  return `${(fen / 100).toFixed(2)} 元`;
}

/** Lines of a list that a form said. */
export function linesOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

/** `label:value` for every value that is there. */
export function lines(...entries: [label: string, value: string][]): string {
  return entries
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}

/** Parts that say something, one below the other; the placeholder where none does. */
export function sheet(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n') || NONE;
}

/** Files, photos and receipts as a form names them: what it is and where it lies. */
export function materials(value: unknown): string {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').join('、') : '';
}
