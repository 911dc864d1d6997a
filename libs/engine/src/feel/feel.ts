/**
 * The port to the expression language. Implemented beside this file (feelin-feel.ts); the engine and the DMN part know no more of
 * FEEL than this. An expression is compiled once per deployment and evaluated many times.
 */
export interface Feel {
  /** Compiles FEEL text, written without the leading `=` of a BPMN attribute. A text that does not parse is an error value. */
  compile(text: string): Expression | CompileError;
}

export interface Expression {
  readonly kind: 'expression';
  /** The text that was compiled, for messages. */
  readonly text: string;
  /** Names of the variables that the expression may read; those and no others are asked of the scope. */
  readonly names: readonly string[];
  /**
   * Evaluates against the variables of a scope. `now` is the engine's time in epoch milliseconds, for now() and today().
   * Never throws: what FEEL 1.17 reports as a failure (a failed assert for example) is a failure value, anything else null.
   */
  evaluate(scope: VariableScope, now: number): Evaluation;
}

export interface CompileError {
  readonly kind: 'compile-error';
  readonly text: string;
  readonly message: string;
}

/** `value` is a JSON value: temporal values are in the form of Java's toString (`PT36H`, `2026-01-02T03:04:05Z`). */
export type Evaluation =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly message: string };

/** Variables by name. `undefined` says that there is none (which FEEL reads as null). Values are JSON and are not to be changed. */
export interface VariableScope {
  get(name: string): JsonValue | undefined;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** A scope over a plain document. */
export function scopeOf(document: JsonObject): VariableScope {
  return { get: (name) => (Object.hasOwn(document, name) ? document[name] : undefined) };
}
