/**
 * Variables that cross the border between a process and a service: ids, codes, flags, dates, numbers (processes.md §0 "Variables").
 * No personal data, no text of a complaint. The value describes the variable at run time (lint, event manifests, fetchVariables);
 * `ValuesOf` is its TypeScript type.
 */
export interface Variable<T> {
  readonly type: 'text' | 'number' | 'flag' | 'date' | 'code' | 'list' | 'object';
  /** Allowed codes of a `code`. */
  readonly codes?: readonly string[];
  /** true: may be null or missing, and a reader must cope with it. */
  readonly optional: boolean;
  /** Never set: carries the type. */
  readonly carries?: { readonly value: T };
}

export type Variables = Readonly<Record<string, Variable<unknown>>>;
type ValueOf<V> = V extends Variable<infer T> ? T : never;
type OptionalNames<V extends Variables> = { [K in keyof V]: undefined extends ValueOf<V[K]> ? K : never }[keyof V];

/** The object type of a set of variables; optional ones may be null or missing. */
export type ValuesOf<V extends Variables> = {
  -readonly [K in Exclude<keyof V, OptionalNames<V>>]: ValueOf<V[K]>;
} & { -readonly [K in OptionalNames<V>]?: ValueOf<V[K]> };

/** An id, a number of a case, a unit or person id. */
export const text: Variable<string> = { type: 'text', optional: false };
export const number: Variable<number> = { type: 'number', optional: false };
export const flag: Variable<boolean> = { type: 'flag', optional: false };
/** Calendar day, yyyy-MM-dd. */
export const date: Variable<string> = { type: 'date', optional: false };
export const code = <const C extends readonly string[]>(codes: C): Variable<C[number]> => ({
  type: 'code',
  codes,
  optional: false,
});
export const list = <T>(of: Variable<T>): Variable<T[]> => ({ type: 'list', codes: of.codes, optional: false });
export const object = <T>(): Variable<T> => ({ type: 'object', optional: false });
export const optional = <T>(variable: Variable<T>): Variable<T | null | undefined> => ({
  type: variable.type,
  codes: variable.codes,
  optional: true,
});
