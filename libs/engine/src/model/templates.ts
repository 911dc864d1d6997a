import type { Expression, Feel } from '../feel/feel.js';
import type { XmlElement } from './bpmn-document.js';
import type { Template } from './process-model.js';
import type { Report } from './report.js';

/** Compiles the expressions of a model and reports those that do not parse. */
export class Templates {
  constructor(
    private readonly feel: Feel,
    private readonly report: Report,
  ) {}

  /** `=…` is an expression, anything else static text. */
  template(element: XmlElement, source: string): Template {
    if (!isExpression(source)) return { kind: 'static', text: source };
    return { kind: 'expression', expression: this.compile(element, source) };
  }

  optional(element: XmlElement, source: string | undefined): Template | undefined {
    return source ? this.template(element, source) : undefined;
  }

  /** An attribute that has to be an expression. */
  expression(element: XmlElement, source: string, what: string): Expression {
    if (!isExpression(source))
      this.report.add(element, `Expected ${what} to be an expression but found static value '${source}'`);
    return this.compile(element, source);
  }

  private compile(element: XmlElement, source: string): Expression {
    const text = source.trim().replace(/^=/, '').trim();
    const compiled = this.feel.compile(text);
    if (compiled.kind === 'expression') return compiled;
    this.report.add(element, `failed to parse expression '${text}': ${compiled.message}`);
    return NOTHING;
  }
}

export function isExpression(source: string): boolean {
  return source.trimStart().startsWith('=');
}

/** In place of an expression that is reported: the model with it is refused and never runs. */
const NOTHING: Expression = {
  kind: 'expression',
  text: 'null',
  names: [],
  evaluate: () => ({ ok: true, value: null }),
};
