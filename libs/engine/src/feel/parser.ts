import { Scanner } from './scanner.js';
import type { Comparator, Expression, Iterator, NamedArgument, UnaryTest, UnaryTests } from './syntax.js';

const RESERVED = new Set([
  ...['and', 'or', 'in', 'between', 'then', 'else', 'return', 'satisfies', 'instance', 'for', 'if', 'some', 'every'],
  ...['true', 'false', 'null', 'function'],
]);
const COMPARATORS: Comparator[] = ['!=', '<=', '>=', '=', '<', '>'];
/** Functions whose name contains a reserved word, so that it cannot be read word by word. */
const LONG_NAMES = ['date and time', 'years and months duration', 'get or else'];
const LONG_TYPES = ['date and time', 'days and time duration', 'years and months duration'];

export interface ParserOptions {
  /** Names with blanks that are variables here (of required decisions), longest first. */
  names?: readonly string[];
}

/** Reads a whole expression. Throws FeelSyntaxError. */
export function parseExpression(text: string, options: ParserOptions = {}): Expression {
  const parser = new Parser(text, options.names ?? []);
  const expression = parser.expression();
  if (!parser.scanner.ended) parser.scanner.fail('the end or an operator');
  return expression;
}

/** Reads an input entry of a decision table. Throws FeelSyntaxError. */
export function parseUnaryTests(text: string, options: ParserOptions = {}): UnaryTests {
  return new Parser(text, options.names ?? []).unaryTests();
}

class Parser {
  readonly scanner: Scanner;
  /** In `[1..3[` the last bracket is not the begin of a filter. */
  private inHighEnd = false;

  constructor(
    text: string,
    private readonly names: readonly string[],
  ) {
    this.scanner = new Scanner(text);
  }

  unaryTests(): UnaryTests {
    const { scanner } = this;
    if (scanner.take('-') && scanner.ended) return { any: true, negated: false, tests: [] };
    scanner.position = 0;
    if (scanner.keyword('not') && scanner.take('(')) {
      const tests = this.attempt(() => {
        const list = this.tests();
        scanner.expect(')');
        if (!scanner.ended) scanner.fail('the end');
        return list;
      });
      if (tests) return { any: false, negated: true, tests };
    }
    scanner.position = 0;
    const tests = this.tests();
    if (!scanner.ended) scanner.fail('the end or a comma');
    return { any: false, negated: false, tests };
  }

  expression(): Expression {
    let left = this.conjunction();
    while (this.scanner.keyword('or')) left = { kind: 'or', left, right: this.conjunction() };
    return left;
  }

  private conjunction(): Expression {
    let left = this.comparison();
    while (this.scanner.keyword('and')) left = { kind: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): Expression {
    const { scanner } = this;
    let left = this.sum();
    for (;;) {
      const operator = this.comparator();
      if (operator) left = { kind: 'comparison', operator, left, right: this.sum() };
      else if (scanner.keyword('between')) {
        const low = this.sum();
        if (!scanner.keyword('and')) scanner.fail("'and'");
        left = { kind: 'between', value: left, low, high: this.sum() };
      } else if (scanner.keyword('in')) left = { kind: 'in', value: left, tests: this.inTests() };
      else if (scanner.keyword('instance')) {
        if (!scanner.keyword('of')) scanner.fail("'of'");
        left = { kind: 'instance of', value: left, type: this.type() };
      } else return left;
    }
  }

  private comparator(): Comparator | undefined {
    return COMPARATORS.find((operator) => this.scanner.take(operator));
  }

  private inTests(): UnaryTest[] {
    const { scanner } = this;
    const listed = this.attempt(() => {
      scanner.expect('(');
      const tests = this.tests();
      scanner.expect(')');
      return tests;
    });
    // Without parentheses the test ends where `and` begins.
    return listed ?? [this.test(() => this.sum())];
  }

  private tests(): UnaryTest[] {
    const tests = [this.test()];
    while (this.scanner.take(',')) tests.push(this.test());
    return tests;
  }

  private test(value = () => this.expression()): UnaryTest {
    const operator = this.comparator();
    return operator ? { kind: 'compare', operator, to: this.sum() } : { kind: 'value', expression: value() };
  }

  private sum(): Expression {
    let left = this.product();
    for (;;) {
      if (this.scanner.take('+')) left = { kind: 'arithmetic', operator: '+', left, right: this.product() };
      else if (this.scanner.take('-')) left = { kind: 'arithmetic', operator: '-', left, right: this.product() };
      else return left;
    }
  }

  private product(): Expression {
    let left = this.power();
    for (;;) {
      if (!this.scanner.peek('**') && this.scanner.take('*'))
        left = { kind: 'arithmetic', operator: '*', left, right: this.power() };
      else if (this.scanner.take('/')) left = { kind: 'arithmetic', operator: '/', left, right: this.power() };
      else return left;
    }
  }

  /** Binds to the left, as Zeebe's does: 2 ** 3 ** 2 is 64. */
  private power(): Expression {
    let left = this.negation();
    while (this.scanner.take('**')) left = { kind: 'arithmetic', operator: '**', left, right: this.negation() };
    return left;
  }

  private negation(): Expression {
    return this.scanner.take('-') ? { kind: 'negation', of: this.negation() } : this.postfix();
  }

  private postfix(): Expression {
    const { scanner } = this;
    let value = this.primary();
    for (;;) {
      if (!scanner.peek('..') && scanner.take('.')) {
        const name = scanner.quotedName() ?? scanner.word() ?? scanner.fail('a name');
        value = this.timeOffset(name, value) ?? { kind: 'path', of: value, name };
      } else if (scanner.peek('[')) {
        const by = this.inHighEnd ? this.attempt(() => this.filter()) : this.filter();
        if (!by) return value;
        value = { kind: 'filter', of: value, by };
      } else if (scanner.peek('(') && (value.kind === 'path' || value.kind === 'function')) {
        value =
          value.kind === 'path'
            ? { kind: 'call', target: value.of, name: value.name, ...this.callArguments() }
            : { kind: 'call', target: value, name: '', ...this.callArguments() };
      } else return value;
    }
  }

  private filter(): Expression {
    this.scanner.expect('[');
    const by = this.expression();
    this.scanner.expect(']');
    return by;
  }

  /** The two properties of temporal values with a blank in the name, and those of intervals. */
  private timeOffset(first: string, of: Expression): Expression | undefined {
    for (const [word, second] of [
      ['time', 'offset'],
      ['start', 'included'],
      ['end', 'included'],
    ] as const)
      if (first === word && this.scanner.keyword(second)) return { kind: 'path', of, name: `${word} ${second}` };
    return undefined;
  }

  private primary(): Expression {
    const { scanner } = this;
    scanner.blank();
    const number = scanner.number();
    if (number !== undefined) return { kind: 'number', value: number };
    const string = scanner.string();
    if (string !== undefined) return { kind: 'string', value: string };
    if (scanner.take('@')) return { kind: 'temporal', text: scanner.string() ?? scanner.fail('a text after @') };
    if (scanner.take('?')) return { kind: 'input' };
    if (scanner.peek('{')) return this.context();
    if (scanner.take('(')) return this.parenthesised();
    if (scanner.take('[')) return this.list();
    if (scanner.take(']')) return this.interval(false, this.expression());
    const quoted = scanner.quotedName();
    if (quoted !== undefined) return { kind: 'name', name: quoted };
    return this.keywordOrName();
  }

  private keywordOrName(): Expression {
    const { scanner } = this;
    switch (scanner.peekWord()) {
      case 'true':
      case 'false':
        return { kind: 'boolean', value: scanner.word() === 'true' };
      case 'null':
        scanner.word();
        return { kind: 'null' };
      case 'if':
        return this.condition();
      case 'for':
        return this.loop();
      case 'some':
      case 'every':
        return this.quantified();
      case 'function':
        return this.functionDefinition();
      case undefined:
        return scanner.fail('a value');
      default:
        return this.call() ?? this.name();
    }
  }

  /** A value in parentheses, or an interval that leaves out its lower end. */
  private parenthesised(): Expression {
    const value = this.expression();
    if (this.scanner.peek('..')) return this.interval(false, value);
    this.scanner.expect(')');
    return value;
  }

  /** A list, or an interval that includes its lower end. */
  private list(): Expression {
    const { scanner } = this;
    const items: Expression[] = [];
    if (scanner.take(']')) return { kind: 'list', items };
    const first = this.expression();
    if (scanner.peek('..')) return this.interval(true, first);
    items.push(first);
    while (scanner.take(',')) items.push(this.expression());
    scanner.expect(']');
    return { kind: 'list', items };
  }

  private interval(lowIncluded: boolean, low: Expression): Expression {
    const { scanner } = this;
    scanner.expect('..');
    this.inHighEnd = true;
    const high = this.expression();
    this.inHighEnd = false;
    const highIncluded = scanner.take(']');
    if (!highIncluded && !scanner.take(')')) scanner.expect('[');
    return { kind: 'interval', low, high, lowIncluded, highIncluded };
  }

  private context(): Expression {
    const { scanner } = this;
    scanner.expect('{');
    const entries: { key: string; value: Expression }[] = [];
    if (scanner.take('}')) return { kind: 'context', entries };
    do {
      const key = this.key();
      scanner.expect(':');
      entries.push({ key, value: this.expression() });
    } while (scanner.take(','));
    scanner.expect('}');
    return { kind: 'context', entries };
  }

  private key(): string {
    const { scanner } = this;
    const quoted = scanner.string() ?? scanner.quotedName();
    if (quoted !== undefined) return quoted;
    const words = [scanner.word() ?? scanner.fail('a key')];
    for (let word = scanner.word(); word !== undefined; word = scanner.word()) words.push(word);
    return words.join(' ');
  }

  private condition(): Expression {
    const { scanner } = this;
    scanner.word();
    const condition = this.expression();
    if (!scanner.keyword('then')) scanner.fail("'then'");
    const then = this.expression();
    if (!scanner.keyword('else')) scanner.fail("'else'");
    return { kind: 'if', condition, then, otherwise: this.expression() };
  }

  private loop(): Expression {
    this.scanner.word();
    const iterators = this.iterators();
    if (!this.scanner.keyword('return')) this.scanner.fail("'return'");
    return { kind: 'for', iterators, result: this.expression() };
  }

  private quantified(): Expression {
    const kind = this.scanner.word() === 'some' ? 'some' : 'every';
    const iterators = this.iterators();
    if (!this.scanner.keyword('satisfies')) this.scanner.fail("'satisfies'");
    return { kind, iterators, condition: this.expression() };
  }

  private iterators(): Iterator[] {
    const { scanner } = this;
    const iterators: Iterator[] = [];
    do {
      const name = scanner.quotedName() ?? scanner.word() ?? scanner.fail('a name');
      if (!scanner.keyword('in')) scanner.fail("'in'");
      const from = this.expression();
      iterators.push(scanner.take('..') ? { name, from, to: this.expression() } : { name, from });
    } while (scanner.take(','));
    return iterators;
  }

  private functionDefinition(): Expression {
    const { scanner } = this;
    scanner.word();
    scanner.expect('(');
    const parameters: string[] = [];
    if (!scanner.take(')')) {
      do {
        parameters.push(scanner.quotedName() ?? scanner.word() ?? scanner.fail('a parameter'));
        if (scanner.take(':')) this.type();
      } while (scanner.take(','));
      scanner.expect(')');
    }
    return { kind: 'function', parameters, body: this.expression() };
  }

  private type(): string {
    const { scanner } = this;
    const long = LONG_TYPES.find((name) => this.words(name.split(' ')));
    const name = long ?? scanner.word() ?? scanner.fail('a type');
    if (!scanner.take('<')) {
      // day-time-duration and year-month-duration
      let full = name;
      while (scanner.take('-')) full += `-${scanner.word() ?? scanner.fail('a type')}`;
      return full;
    }
    for (let depth = 1; depth > 0; scanner.position++) {
      const char = scanner.text[scanner.position];
      if (char === undefined) scanner.fail("'>'");
      if (char === '<') depth++;
      if (char === '>') depth--;
    }
    return name;
  }

  private name(): Expression {
    const known = this.names.find((name) => this.words(name.split(' ')));
    if (known !== undefined) return { kind: 'name', name: known };
    const word = this.scanner.word();
    if (word === undefined || RESERVED.has(word)) return this.scanner.fail('a value');
    return { kind: 'name', name: word };
  }

  /** A function's name may have blanks; it is one only where a parenthesis follows. */
  private call(): Expression | undefined {
    const { scanner } = this;
    const begin = scanner.position;
    for (const name of LONG_NAMES) {
      if (this.words(name.split(' ')) && scanner.peek('('))
        return { kind: 'call', target: undefined, name, ...this.callArguments() };
      scanner.position = begin;
    }
    const words: string[] = [];
    for (let word = scanner.word(); word !== undefined && !RESERVED.has(word); word = scanner.word()) {
      words.push(word);
      if (scanner.peek('(')) return { kind: 'call', target: undefined, name: words.join(' '), ...this.callArguments() };
    }
    scanner.position = begin;
    return undefined;
  }

  private callArguments(): { positional: Expression[]; named?: NamedArgument[] } {
    const { scanner } = this;
    scanner.expect('(');
    if (scanner.take(')')) return { positional: [] };
    const named = this.attempt(() => {
      const list: NamedArgument[] = [];
      do {
        const name = this.key();
        scanner.expect(':');
        list.push({ name, value: this.expression() });
      } while (scanner.take(','));
      scanner.expect(')');
      return list;
    });
    if (named) return { positional: [], named };
    const positional: Expression[] = [];
    do positional.push(this.expression());
    while (scanner.take(','));
    scanner.expect(')');
    return { positional };
  }

  private words(words: readonly string[]): boolean {
    const begin = this.scanner.position;
    if (words.every((word) => this.scanner.keyword(word))) return true;
    this.scanner.position = begin;
    return false;
  }

  /** Tries to read; when that fails nothing has been read. */
  private attempt<T>(read: () => T): T | undefined {
    const begin = this.scanner.position;
    try {
      return read();
    } catch {
      this.scanner.position = begin;
      return undefined;
    }
  }
}
