/** The tree that the parser makes and the compiler turns into closures. */
export type Arithmetic = '+' | '-' | '*' | '/' | '**';
export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'temporal'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'input' }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'context'; entries: { key: string; value: Expression }[] }
  | IntervalExpression
  | { kind: 'negation'; of: Expression }
  | { kind: 'arithmetic'; operator: Arithmetic; left: Expression; right: Expression }
  | { kind: 'comparison'; operator: Comparator; left: Expression; right: Expression }
  | { kind: 'between'; value: Expression; low: Expression; high: Expression }
  | { kind: 'in'; value: Expression; tests: UnaryTest[] }
  | { kind: 'instance of'; value: Expression; type: string }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'if'; condition: Expression; then: Expression; otherwise: Expression }
  | { kind: 'for'; iterators: Iterator[]; result: Expression }
  | { kind: 'some' | 'every'; iterators: Iterator[]; condition: Expression }
  | { kind: 'function'; parameters: string[]; body: Expression }
  | { kind: 'call'; target: Expression | undefined; name: string; positional: Expression[]; named?: NamedArgument[] }
  | { kind: 'path'; of: Expression; name: string }
  | { kind: 'filter'; of: Expression; by: Expression };

interface IntervalExpression {
  kind: 'interval';
  low: Expression;
  high: Expression;
  lowIncluded: boolean;
  highIncluded: boolean;
}

export interface Iterator {
  name: string;
  from: Expression;
  /** Set for `for i in 1..4`. */
  to?: Expression;
}

export interface NamedArgument {
  name: string;
  value: Expression;
}

/** One test of an input entry or of `in (…)`. */
export type UnaryTest =
  { kind: 'compare'; operator: Comparator; to: Expression } | { kind: 'value'; expression: Expression };

/** A whole input entry: `-`, `not(…)` or alternatives. */
export interface UnaryTests {
  any: boolean;
  negated: boolean;
  tests: UnaryTest[];
}

/** The text is no FEEL; `position` counts characters from 0. */
export class FeelSyntaxError extends Error {
  constructor(
    readonly text: string,
    readonly position: number,
    expected: string,
  ) {
    super(`Expected ${expected} at position ${position + 1} of '${text}'`);
    this.name = 'FeelSyntaxError';
  }
}
