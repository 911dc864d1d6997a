import { builtin } from './builtins/index.js';
import type { Builtin } from './builtins/builtin.js';
import { calculate, negate } from './arithmetic.js';
import { property } from './property.js';
import type { Comparator, Expression, Iterator, UnaryTest, UnaryTests } from './syntax.js';
import { parseTemporal } from './temporal.js';
import { FeelFunction, FeelInterval, compare, equal, isContext, isList, typeOf } from './value.js';
import type { Context, Value } from './value.js';

/** Where names are looked up while an expression is evaluated. Frames lie on one another; the lowest is the process scope. */
export interface Frame {
  /** undefined when neither this frame nor one below has the name. */
  get(name: string): Value | undefined;
  /** The engine's time, epoch milliseconds. */
  readonly now: number;
  /** What `?` stands for. */
  readonly input: Value | undefined;
}

/** An expression made into a function: no text and no tree is looked at any more when it runs. */
export type Evaluator = (frame: Frame) => Value;

/** One name on top of another frame, or several. */
class Local implements Frame {
  readonly now: number;
  readonly input: Value | undefined;

  constructor(
    private readonly below: Frame,
    private readonly entries: Record<string, Value>,
    input: Value | undefined = below.input,
  ) {
    this.now = below.now;
    this.input = input;
  }

  get(name: string): Value | undefined {
    return Object.hasOwn(this.entries, name) ? this.entries[name] : this.below.get(name);
  }
}

/** The names that an expression reads from outside itself. */
export class Names {
  readonly read = new Set<string>();
}

export function compileExpression(expression: Expression, names: Names, bound: ReadonlySet<string>): Evaluator {
  return new Compiler(names).compile(expression, bound);
}

/** True, false or null, the latter two meaning that the rule does not match. */
export function compileUnaryTests(tests: UnaryTests, names: Names): Evaluator {
  if (tests.any) return () => true;
  const matches = new Compiler(names).tests(tests.tests, new Set());
  const input = (frame: Frame) => frame.input ?? null;
  if (!tests.negated) return (frame) => matches(frame, input(frame));
  return (frame) => {
    const result = matches(frame, input(frame));
    return result === null ? null : !result;
  };
}

type Test = (frame: Frame, input: Value) => boolean | null;

class Compiler {
  constructor(private readonly names: Names) {}

  compile(expression: Expression, bound: ReadonlySet<string>): Evaluator {
    const at = (e: Expression) => this.compile(e, bound);
    switch (expression.kind) {
      case 'number':
      case 'string':
      case 'boolean':
        return constant(expression.value);
      case 'null':
        return constant(null);
      case 'temporal':
        return constant(parseTemporal(expression.text));
      case 'input':
        return (frame) => frame.input ?? null;
      case 'name':
        return this.name(expression.name, bound);
      case 'list': {
        const items = expression.items.map(at);
        return (frame) => items.map((item) => item(frame));
      }
      case 'context':
        return this.context(expression.entries, bound);
      case 'interval': {
        const [low, high] = [at(expression.low), at(expression.high)];
        const { lowIncluded, highIncluded } = expression;
        return (frame) => new FeelInterval(low(frame), high(frame), lowIncluded, highIncluded);
      }
      case 'negation': {
        const of = at(expression.of);
        return (frame) => negate(of(frame));
      }
      case 'arithmetic': {
        const [left, right, operator] = [at(expression.left), at(expression.right), expression.operator];
        return (frame) => calculate(operator, left(frame), right(frame));
      }
      case 'comparison':
        return comparison(expression.operator, at(expression.left), at(expression.right));
      case 'between': {
        const [value, low, high] = [at(expression.value), at(expression.low), at(expression.high)];
        return (frame) => new FeelInterval(low(frame), high(frame), true, true).includes(value(frame));
      }
      case 'in': {
        const [value, test] = [at(expression.value), this.tests(expression.tests, bound)];
        return (frame) => test(frame, value(frame));
      }
      case 'instance of': {
        const [value, type] = [at(expression.value), expression.type];
        return (frame) => isInstance(value(frame), type);
      }
      case 'and':
        return logical(false, at(expression.left), at(expression.right));
      case 'or':
        return logical(true, at(expression.left), at(expression.right));
      case 'if': {
        const [condition, then, otherwise] = [at(expression.condition), at(expression.then), at(expression.otherwise)];
        return (frame) => (condition(frame) === true ? then(frame) : otherwise(frame));
      }
      case 'for':
        return this.loop(expression.iterators, expression.result, bound);
      case 'some':
      case 'every':
        return this.quantified(expression.kind === 'some', expression.iterators, expression.condition, bound);
      case 'function':
        return this.function(expression.parameters, expression.body, bound);
      case 'call':
        return this.call(expression, bound);
      case 'path': {
        const [of, name] = [at(expression.of), expression.name];
        return (frame) => property(of(frame), name);
      }
      case 'filter':
        return this.filter(expression.of, expression.by, bound);
    }
  }

  /** The tests of one input entry, or of `in`: true as soon as one is true. */
  tests(tests: readonly UnaryTest[], bound: ReadonlySet<string>): Test {
    const compiled = tests.map((test) => this.test(test, bound));
    const [only] = compiled;
    if (compiled.length === 1 && only) return only;
    return (frame, input) => {
      let result: boolean | null = false;
      for (const test of compiled) {
        const one = test(frame, input);
        if (one === true) return true;
        if (one === null) result = null;
      }
      return result;
    };
  }

  private test(test: UnaryTest, bound: ReadonlySet<string>): Test {
    if (test.kind === 'compare') {
      const [to, decide] = [this.compile(test.to, bound), comparing(test.operator)];
      return (frame, input) => decide(input, to(frame));
    }
    const value = this.compile(test.expression, bound);
    if (test.expression.kind === 'boolean' || test.expression.kind === 'null')
      return (frame, input) => equal(input, value(frame));
    const usesInput = mentions(test.expression, (node) => node.kind === 'input');
    return (frame, input) => {
      const result = value(usesInput ? new Local(frame, {}, input) : frame);
      if (typeof result === 'boolean') return result || (!usesInput && equal(input, result) === true);
      if (usesInput && result === null) return null;
      if (result instanceof FeelInterval) return result.includes(input);
      if (isList(result) && !isList(input)) return result.some((item) => holds(item, input));
      return equal(input, result);
    };
  }

  private name(name: string, bound: ReadonlySet<string>): Evaluator {
    if (!bound.has(name)) this.names.read.add(name);
    return (frame) => frame.get(name) ?? null;
  }

  private context(entries: readonly { key: string; value: Expression }[], bound: ReadonlySet<string>): Evaluator {
    const inside = new Set(bound);
    const compiled = entries.map(({ key, value }) => {
      const entry = { key, value: this.compile(value, inside) };
      inside.add(key);
      return entry;
    });
    return (frame) => {
      const result: Record<string, Value> = {};
      const local = new Local(frame, result);
      for (const { key, value } of compiled) result[key] = value(local);
      return result;
    };
  }

  private loop(iterators: readonly Iterator[], result: Expression, bound: ReadonlySet<string>): Evaluator {
    const { each, inside } = this.iterate(iterators, bound);
    const body = this.compile(result, new Set([...inside, 'partial']));
    const usesPartial = mentions(result, (node) => node.kind === 'name' && node.name === 'partial');
    return (frame) => {
      const results: Value[] = [];
      const done = each(frame, (at) => {
        results.push(body(usesPartial ? new Local(at, { partial: [...results] }) : at));
        return false;
      });
      return done === null ? null : results;
    };
  }

  private quantified(some: boolean, iterators: readonly Iterator[], condition: Expression, bound: ReadonlySet<string>) {
    const { each, inside } = this.iterate(iterators, bound);
    const holdsAt = this.compile(condition, inside);
    return (frame: Frame): Value => {
      let unknown = false;
      const decided = each(frame, (at) => {
        const value = holdsAt(at);
        if (typeof value !== 'boolean') unknown = true;
        return value === some;
      });
      if (decided === null) return null;
      if (decided) return some;
      return unknown ? null : !some;
    };
  }

  /** Calls `visit` for every combination until it returns true; null when something that is no list is iterated. */
  private iterate(iterators: readonly Iterator[], bound: ReadonlySet<string>) {
    const inside = new Set(bound);
    const compiled = iterators.map(({ name, from, to }) => {
      const entry = { name, from: this.compile(from, inside), to: to && this.compile(to, inside) };
      inside.add(name);
      return entry;
    });
    const walk = (frame: Frame, depth: number, visit: (at: Frame) => boolean): boolean | null => {
      const iterator = compiled[depth];
      if (!iterator) return visit(frame);
      const items = sequence(iterator.from(frame), iterator.to?.(frame));
      if (!items) return null;
      for (const item of items) {
        const ended = walk(new Local(frame, { [iterator.name]: item }), depth + 1, visit);
        if (ended !== false) return ended;
      }
      return false;
    };
    return { inside, each: (frame: Frame, visit: (at: Frame) => boolean) => walk(frame, 0, visit) };
  }

  private function(parameters: readonly string[], body: Expression, bound: ReadonlySet<string>): Evaluator {
    const run = this.compile(body, new Set([...bound, ...parameters]));
    return (frame) =>
      new FeelFunction(parameters, (values) => {
        const entries: Record<string, Value> = {};
        parameters.forEach((parameter, i) => (entries[parameter] = values[i] ?? null));
        return run(new Local(frame, entries));
      });
  }

  private call(call: Extract<Expression, { kind: 'call' }>, bound: ReadonlySet<string>): Evaluator {
    const positional = call.positional.map((value) => this.compile(value, bound));
    const named = call.named?.map(({ name, value }) => ({ name, value: this.compile(value, bound) }));
    const invoke = (fn: FeelFunction, frame: Frame): Value => {
      if (!named) return fn.parameters.length === positional.length ? fn.invoke(positional.map((p) => p(frame))) : null;
      if (named.length !== fn.parameters.length) return null;
      const values = fn.parameters.map((parameter) => named.find(({ name }) => name === parameter)?.value(frame));
      return values.includes(undefined) ? null : fn.invoke(values.map((value) => value ?? null));
    };
    if (call.target) {
      const target = this.compile(call.target, bound);
      return (frame) => {
        const found = call.name === '' ? target(frame) : property(target(frame), call.name);
        return found instanceof FeelFunction ? invoke(found, frame) : null;
      };
    }
    const known = bound.has(call.name) ? undefined : builtin(call.name);
    if (known) return (frame) => callBuiltin(known, frame, positional, named);
    if (!bound.has(call.name)) this.names.read.add(call.name);
    return (frame) => {
      const own = frame.get(call.name);
      return own instanceof FeelFunction ? invoke(own, frame) : null;
    };
  }

  private filter(of: Expression, by: Expression, bound: ReadonlySet<string>): Evaluator {
    const list = this.compile(of, bound);
    const select = this.compile(by, bound);
    if (by.kind === 'number' || (by.kind === 'negation' && by.of.kind === 'number'))
      return (frame) => pick(list(frame), select(frame));
    const always = ['comparison', 'and', 'or', 'in', 'between', 'some', 'every', 'instance of', 'boolean'];
    const maybeIndex = !always.includes(by.kind);
    return (frame) => {
      const items = list(frame);
      if (!isList(items)) return null;
      if (maybeIndex) {
        const index = select(frame);
        if (typeof index === 'number') return pick(items, index);
      }
      return items.filter((item) => select(new Local(frame, itemEntries(item))) === true);
    };
  }
}

/** Inside a filter the element is `item`, unless it is a context that has an entry of that name. */
function itemEntries(item: Value): Record<string, Value> {
  return isContext(item) ? { item, ...item } : { item };
}

function pick(list: Value, index: Value): Value {
  if (!isList(list) || typeof index !== 'number') return null;
  return (index > 0 ? list[index - 1] : list[list.length + index]) ?? null;
}

function constant(value: Value): Evaluator {
  return () => value;
}

function comparing(operator: Comparator): (a: Value, b: Value) => boolean | null {
  const ordered = (holds: (order: number) => boolean) => (a: Value, b: Value) => {
    const order = compare(a, b);
    return order === undefined ? null : holds(order);
  };
  switch (operator) {
    case '=':
      return equal;
    case '!=':
      return (a, b) => {
        const same = equal(a, b);
        return same === null ? null : !same;
      };
    case '<':
      return ordered((order) => order < 0);
    case '<=':
      return ordered((order) => order <= 0);
    case '>':
      return ordered((order) => order > 0);
    case '>=':
      return ordered((order) => order >= 0);
  }
}

function comparison(operator: Comparator, left: Evaluator, right: Evaluator): Evaluator {
  const decide = comparing(operator);
  return (frame) => decide(left(frame), right(frame));
}

/** `or` when `strong` is true, `and` when it is false: the strong value decides alone, anything but a boolean counts as null. */
function logical(strong: boolean, left: Evaluator, right: Evaluator): Evaluator {
  return (frame) => {
    const a = left(frame);
    if (a === strong) return strong;
    const b = right(frame);
    if (b === strong) return strong;
    return typeof a === 'boolean' && typeof b === 'boolean' ? !strong : null;
  };
}

function holds(item: Value, input: Value): boolean {
  return item instanceof FeelInterval ? item.includes(input) === true : equal(item, input) === true;
}

function sequence(from: Value, to: Value | undefined): readonly Value[] | undefined {
  if (to === undefined && from instanceof FeelInterval) return sequence(from.low, from.high);
  if (to === undefined) return isList(from) ? from : undefined;
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * step);
}

const TYPE_NAMES: Record<string, string> = {
  'day-time-duration': 'days and time duration',
  'year-month-duration': 'years and months duration',
  'date-time': 'date and time',
};

function isInstance(value: Value, type: string): boolean {
  if (value === null) return type.toLowerCase() === 'null';
  return type === 'Any' || typeOf(value) === (TYPE_NAMES[type] ?? type);
}

/** Whether a node of the tree is what is looked for. */
function mentions(tree: unknown, wanted: (node: { kind: unknown; name?: unknown }) => boolean): boolean {
  if (Array.isArray(tree)) return tree.some((node) => mentions(node, wanted));
  if (tree === null || typeof tree !== 'object') return false;
  return ('kind' in tree && wanted(tree)) || Object.values(tree).some((node) => mentions(node, wanted));
}

function callBuiltin(
  known: Builtin,
  frame: Frame,
  positional: readonly Evaluator[],
  named: readonly { name: string; value: Evaluator }[] | undefined,
): Value {
  if (!named)
    return known.invoke(
      positional.map((value) => value(frame)),
      frame.now,
    );
  const given: Context = Object.fromEntries(named.map(({ name, value }) => [name, value(frame)]));
  const values = known.order(given);
  return values ? known.invoke(values, frame.now) : null;
}
