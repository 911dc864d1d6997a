import { FeelSyntaxError } from './syntax.js';

const WORD = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/uy;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const BLANK = /(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y;
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/** Reads the pieces of a FEEL text one after another. Every method skips blanks and comments before what it reads. */
export class Scanner {
  position = 0;

  constructor(readonly text: string) {}

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  blank(): void {
    this.match(BLANK);
  }

  get ended(): boolean {
    this.blank();
    return this.position >= this.text.length;
  }

  /** Takes the symbol when it comes next. */
  take(symbol: string): boolean {
    this.blank();
    if (!this.text.startsWith(symbol, this.position)) return false;
    this.position += symbol.length;
    return true;
  }

  peek(symbol: string): boolean {
    this.blank();
    return this.text.startsWith(symbol, this.position);
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) this.fail(`'${symbol}'`);
  }

  /** Takes the word when it comes next as a whole word. */
  keyword(word: string): boolean {
    const begin = this.position;
    this.blank();
    if (this.match(WORD) === word) return true;
    this.position = begin;
    return false;
  }

  word(): string | undefined {
    this.blank();
    return this.match(WORD);
  }

  peekWord(): string | undefined {
    const begin = this.position;
    const word = this.word();
    this.position = begin;
    return word;
  }

  number(): number | undefined {
    this.blank();
    const text = this.match(NUMBER);
    return text === undefined ? undefined : Number(text);
  }

  /** `name with anything`, in backticks. */
  quotedName(): string | undefined {
    if (!this.take('`')) return undefined;
    const end = this.text.indexOf('`', this.position);
    if (end < 0) this.fail('the closing backtick');
    const name = this.text.slice(this.position, end);
    this.position = end + 1;
    return name;
  }

  string(): string | undefined {
    if (!this.take('"')) return undefined;
    let value = '';
    for (;;) {
      const char = this.text[this.position];
      if (char === undefined) this.fail('the closing quote');
      this.position++;
      if (char === '"') return value;
      value += char === '\\' ? this.escape() : char;
    }
  }

  private escape(): string {
    const unicode = this.match(/u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}/y);
    if (unicode !== undefined) return String.fromCodePoint(Number.parseInt(unicode.slice(1), 16));
    const char = this.text[this.position] ?? '';
    const known = ESCAPES[char];
    // An escape that is none, such as \d of a regular expression, stays as it is written.
    if (known === undefined) return '\\';
    this.position++;
    return known;
  }

  fail(expected: string): never {
    throw new FeelSyntaxError(this.text, this.position, expected);
  }
}
