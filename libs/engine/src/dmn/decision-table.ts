import type { Frame } from '../feel/compiler.js';
import { equal, isContext, isList, toJson } from '../feel/value.js';
import type { Value } from '../feel/value.js';
import type { Compile } from './compile.js';
import type { EvaluatedDecision } from './decision.js';
import { withInput } from './decision-frame.js';
import { DmnError } from './decision-failure.js';
import type { DmnTable } from './dmn-document.js';
import { hitPolicyOf } from './hit-policy.js';

/** What a table did, for the details of the answer; filled while it is evaluated, so that a failure shows how far it came. */
export interface TableTrace {
  inputs: EvaluatedDecision['evaluatedInputs'][number][];
  rules: EvaluatedDecision['matchedRules'][number][];
}

export type TableEvaluator = (frame: Frame, trace: TableTrace) => Value;

type Program = (frame: Frame) => Value;

interface Rule {
  id: string;
  index: number;
  tests: (Program | undefined)[];
  outputs: Program[];
}

const NOTHING: Program = () => null;

export function compileTable(table: DmnTable, compile: Compile): TableEvaluator {
  const inputs = (table.input ?? []).map(({ id, label, inputExpression }) => {
    const text = inputExpression?.text?.trim();
    if (!text) throw new DmnError(`the input '${label ?? id}' has no expression`);
    return { id, name: label ?? text, evaluate: compile.expression(text) };
  });
  const outputs = (table.output ?? []).map(({ id, name, label, outputValues, defaultOutputEntry }) => ({
    id,
    key: name ?? '',
    name: label ?? name ?? '',
    allowed: outputValues?.text ? compile.expression(`[${outputValues.text}]`) : undefined,
    fallback: defaultOutputEntry?.text?.trim() ? compile.expression(defaultOutputEntry.text) : undefined,
  }));
  const rules = (table.rule ?? []).map((rule, i): Rule => {
    const cells = rule.outputEntry ?? [];
    return {
      id: rule.id,
      index: i + 1,
      tests: (rule.inputEntry ?? []).map(({ text }) => (text?.trim() ? compile.tests(text) : undefined)),
      outputs: cells.map(({ text }) => (text?.trim() ? compile.expression(text) : NOTHING)),
    };
  });
  const policy = hitPolicyOf(table.hitPolicy, table.aggregation);
  /** One output is its value, several are a context. */
  const combine = (values: readonly Value[]): Value =>
    outputs.length === 1
      ? (values[0] ?? null)
      : Object.fromEntries(outputs.map(({ key }, i) => [key, values[i] ?? null]));

  const matches = (rule: Rule, frame: Frame, values: readonly Value[]) =>
    rule.tests.every((test, i) => !test || test(withInput(frame, values[i] ?? null)) === true);

  const rank = (frame: Frame) => (results: readonly Value[]) => {
    const places = outputs.map(({ allowed }) => allowed?.(frame) ?? null);
    const placeOf = (result: Value, i: number) => {
      const list = places[i] ?? null;
      const value = outputs.length > 1 && isContext(result) ? (result[outputs[i]?.key ?? ''] ?? null) : result;
      return isList(list) ? list.findIndex((item) => equal(item, value) === true) : 0;
    };
    return [...results].sort((a, b) =>
      outputs.reduce((order, _output, i) => order || placeOf(a, i) - placeOf(b, i), 0),
    );
  };

  return (frame, trace) => {
    const values = inputs.map(({ id, name, evaluate }) => {
      const value = evaluate(frame);
      trace.inputs.push({ inputId: id, inputName: name, inputValue: toJson(value) });
      return value;
    });
    const hits = rules.filter((rule) => matches(rule, frame, values));
    const results = hits.map((rule) => {
      const cells = rule.outputs.map((output) => output(frame));
      trace.rules.push({
        ruleId: rule.id,
        ruleIndex: rule.index,
        evaluatedOutputs: outputs.map(({ id, name }, i) => ({
          outputId: id,
          outputName: name,
          outputValue: toJson(cells[i] ?? null),
        })),
      });
      return combine(cells);
    });
    if (results.length > 0) return policy(results, rank(frame));
    return outputs.some(({ fallback }) => fallback)
      ? combine(outputs.map(({ fallback }) => fallback?.(frame) ?? null))
      : null;
  };
}
