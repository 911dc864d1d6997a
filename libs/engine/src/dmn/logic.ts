import type { Frame } from '../feel/compiler.js';
import { FeelFunction } from '../feel/value.js';
import type { Value } from '../feel/value.js';
import type { Compile } from './compile.js';
import { compileTable } from './decision-table.js';
import type { TableTrace } from './decision-table.js';
import { DecisionFrame } from './decision-frame.js';
import { DecisionFailure, DmnError } from './decision-failure.js';
import type { DmnExpression } from './dmn-document.js';

export type Logic = (frame: Frame, trace: TableTrace) => Value;

const untraced = (): TableTrace => ({ inputs: [], rules: [] });

/** Any boxed expression of DMN. */
export function compileLogic(logic: DmnExpression, compile: Compile): Logic {
  switch (logic.$type) {
    case 'dmn:LiteralExpression':
      return compile.expression(logic.text ?? 'null');
    case 'dmn:DecisionTable':
      return compileTable(logic, compile);
    case 'dmn:Context':
      return context(logic, compile);
    case 'dmn:List': {
      const items = (logic.elements ?? []).map((element) => compileLogic(element, compile));
      return (frame) => items.map((item) => item(frame, untraced()));
    }
    case 'dmn:Relation': {
      const columns = (logic.column ?? []).map(({ name }) => name);
      const rows = (logic.row ?? []).map((row) => (row.elements ?? []).map((cell) => compileLogic(cell, compile)));
      return (frame) =>
        rows.map((cells) =>
          Object.fromEntries(columns.map((name, i) => [name, cells[i]?.(frame, untraced()) ?? null])),
        );
    }
    case 'dmn:FunctionDefinition':
      return functionOf(logic.formalParameter ?? [], logic.body, compile);
    case 'dmn:Invocation':
      return invocation(logic, compile);
    default:
      throw new DmnError(`the decision logic ${(logic as { $type: string }).$type} is not supported`);
  }
}

/** Each entry sees the earlier ones; one without a name is the result. */
function context(logic: Extract<DmnExpression, { $type: 'dmn:Context' }>, compile: Compile): Logic {
  let known = compile;
  const entries = (logic.contextEntry ?? []).map(({ variable, value }) => {
    const entry = { name: variable?.name, logic: value && compileLogic(value, known) };
    if (variable) known = known.knowing([variable.name]);
    return entry;
  });
  return (frame) => {
    const values = new Map<string, Value>();
    const inner = new DecisionFrame(frame, values);
    for (const { name, logic: evaluate } of entries) {
      const value = evaluate?.(inner, untraced()) ?? null;
      if (name === undefined) return value;
      values.set(name, value);
    }
    return Object.fromEntries(values);
  };
}

/** Also of a business knowledge model. */
export function functionOf(
  formal: readonly { name: string }[],
  body: DmnExpression | undefined,
  compile: Compile,
): Logic {
  const parameters = formal.map(({ name }) => name);
  const run = body && compileLogic(body, compile.knowing(parameters));
  return (frame) =>
    new FeelFunction(parameters, (values) => {
      const given = new Map(parameters.map((name, i) => [name, values[i] ?? null]));
      return run?.(new DecisionFrame(frame, given), untraced()) ?? null;
    });
}

function invocation(logic: Extract<DmnExpression, { $type: 'dmn:Invocation' }>, compile: Compile): Logic {
  if (!logic.calledFunction) throw new DmnError('an invocation names no function');
  const called = compileLogic(logic.calledFunction, compile);
  const bindings = (logic.binding ?? []).map(({ parameter, bindingFormula }) => ({
    name: parameter?.name ?? '',
    value: bindingFormula && compileLogic(bindingFormula, compile),
  }));
  return (frame) => {
    const target = called(frame, untraced());
    if (!(target instanceof FeelFunction)) throw new DecisionFailure('the invocation calls no function');
    const given = new Map(bindings.map(({ name, value }) => [name, value?.(frame, untraced()) ?? null]));
    return target.invoke(target.parameters.map((name) => given.get(name) ?? null));
  };
}
