import { ScopeFrame } from '../feel/compiled-feel.js';
import type { Frame } from '../feel/compiler.js';
import type { CompileError, VariableScope } from '../feel/feel.js';
import { toJson } from '../feel/value.js';
import type { Value } from '../feel/value.js';
import { compileWith } from './compile.js';
import type { DecisionEvaluation, Decisions, EvaluatedDecision, ParsedDrg } from './decision.js';
import { DecisionFailure, DmnError } from './decision-failure.js';
import { DecisionFrame } from './decision-frame.js';
import type { TableTrace } from './decision-table.js';
import { readDmn } from './dmn-document.js';
import type { DmnDecision, DmnDefinitions, DmnKnowledge } from './dmn-document.js';
import { compileLogic, functionOf } from './logic.js';
import type { Logic } from './logic.js';

/** Decisions over dmn-moddle, with FEEL compiled to closures. */
export class CompiledDecisions implements Decisions {
  async parse(xml: string): Promise<ParsedDrg | CompileError> {
    try {
      return new CompiledDrg(await readDmn(xml));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'compile-error', text: xml.slice(0, 200), message };
    }
  }
}

interface CompiledDecision {
  id: string;
  name: string;
  /** What the result is called in decisions that require this one. */
  variable: string;
  type: string;
  requires: readonly string[];
  functions: readonly { name: string; make: Logic }[];
  logic: Logic;
}

class CompiledDrg implements ParsedDrg {
  readonly kind = 'drg';
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
  private readonly compiled = new Map<string, CompiledDecision>();

  constructor(definitions: DmnDefinitions) {
    const elements = definitions.drgElement ?? [];
    const decisions = elements.filter((element) => element.$type === 'dmn:Decision');
    const knowledge = elements.filter((element) => element.$type === 'dmn:BusinessKnowledgeModel');
    if (!definitions.id) throw new DmnError('the definitions have no id');
    this.id = definitions.id;
    this.name = definitions.name ?? '';
    this.namespace = definitions.namespace ?? '';
    this.decisions = decisions.map(({ id, name }) => ({ id, name: name ?? id }));
    const byId = new Map(decisions.map((decision) => [decision.id, decision]));
    const models = new Map(knowledge.map((model) => [model.id, model]));
    for (const decision of decisions) this.compiled.set(decision.id, compileDecision(decision, byId, models));
    for (const { id } of decisions) this.refuseCycle(id, []);
  }

  private refuseCycle(id: string, path: readonly string[]): void {
    if (path.includes(id)) throw new DmnError(`the decision '${id}' requires itself: ${[...path, id].join(' -> ')}`);
    for (const required of this.compiled.get(id)?.requires ?? []) this.refuseCycle(required, [...path, id]);
  }

  evaluate(decisionId: string, scope: VariableScope, now: number): DecisionEvaluation {
    const decision = this.compiled.get(decisionId);
    const evaluated: EvaluatedDecision[] = [];
    const named = { decisionId, decisionName: decision?.name ?? '', evaluatedDecisions: evaluated };
    if (!decision)
      return { ...named, output: null, failure: { decisionId, message: `no decision found for id '${decisionId}'` } };
    try {
      return { ...named, output: toJson(this.run(decision, new ScopeFrame(scope, now), new Map(), evaluated)) };
    } catch (error) {
      // RangeError: a function of the model that calls itself without end.
      if (!(error instanceof DecisionFailure || error instanceof RangeError)) throw error;
      const failedId = (error instanceof DecisionFailure ? error.decisionId : undefined) ?? decisionId;
      const message = `Expected to evaluate decision '${failedId}', but ${error.message}`;
      return { ...named, output: null, failure: { decisionId: failedId, message } };
    }
  }

  /** Each decision is evaluated once, even when several require it. */
  private run(
    decision: CompiledDecision,
    frame: Frame,
    results: Map<string, Value>,
    evaluated: EvaluatedDecision[],
  ): Value {
    const entries = new Map<string, Value>();
    const inner = new DecisionFrame(frame, entries);
    for (const id of decision.requires) {
      const required = this.compiled.get(id);
      if (!required) continue;
      if (!results.has(id)) results.set(id, this.run(required, frame, results, evaluated));
      entries.set(required.variable, results.get(id) ?? null);
    }
    for (const { name, make } of decision.functions) entries.set(name, make(inner, { inputs: [], rules: [] }));
    const trace: TableTrace = { inputs: [], rules: [] };
    const report = (output: Value) =>
      evaluated.push({
        decisionId: decision.id,
        decisionName: decision.name,
        decisionType: decision.type,
        output: toJson(output),
        evaluatedInputs: trace.inputs,
        matchedRules: trace.rules,
      });
    try {
      const output = decision.logic(inner, trace);
      report(output);
      return output;
    } catch (error) {
      if (error instanceof DecisionFailure) error.decisionId ??= decision.id;
      report(null);
      throw error;
    }
  }
}

const TYPES: Record<string, string> = {
  'dmn:DecisionTable': 'DECISION_TABLE',
  'dmn:LiteralExpression': 'LITERAL_EXPRESSION',
  'dmn:Context': 'CONTEXT',
  'dmn:Invocation': 'INVOCATION',
  'dmn:List': 'LIST',
  'dmn:Relation': 'RELATION',
};

function compileDecision(
  decision: DmnDecision,
  decisions: ReadonlyMap<string, DmnDecision>,
  models: ReadonlyMap<string, DmnKnowledge>,
): CompiledDecision {
  const name = decision.name ?? decision.id;
  const within = (work: () => Logic): Logic => {
    try {
      return work();
    } catch (error) {
      if (error instanceof DmnError) throw new DmnError(`in the decision '${decision.id}': ${error.message}`);
      throw error;
    }
  };
  const requires = (decision.informationRequirement ?? []).flatMap(({ requiredDecision }) =>
    requiredDecision ? [idOf(requiredDecision.href)] : [],
  );
  const missing = requires.find((id) => !decisions.has(id));
  if (missing !== undefined)
    throw new DmnError(`the decision '${decision.id}' requires '${missing}', which is not there`);
  const known = knowledgeOf(decision, models);
  const names = [
    ...requires.map((id) => variableOf(decisions.get(id), id)),
    ...known.map((model) => variableOf(model, model.id)),
  ];
  const compile = compileWith(names);
  const { decisionLogic } = decision;
  if (!decisionLogic) throw new DmnError(`the decision '${decision.id}' has no logic`);
  return {
    id: decision.id,
    name,
    variable: variableOf(decision, decision.id),
    type: TYPES[decisionLogic.$type] ?? 'UNKNOWN',
    requires,
    functions: known.map((model) => ({
      name: variableOf(model, model.id),
      make: within(() =>
        functionOf(model.encapsulatedLogic?.formalParameter ?? [], model.encapsulatedLogic?.body, compile),
      ),
    })),
    logic: within(() => compileLogic(decisionLogic, compile)),
  };
}

/** The business knowledge models that a decision needs, those that others of them need first. */
function knowledgeOf(
  element: DmnDecision | DmnKnowledge,
  models: ReadonlyMap<string, DmnKnowledge>,
  found: DmnKnowledge[] = [],
): DmnKnowledge[] {
  for (const { requiredKnowledge } of element.knowledgeRequirement ?? []) {
    const model = requiredKnowledge && models.get(idOf(requiredKnowledge.href));
    if (!model || found.includes(model)) continue;
    knowledgeOf(model, models, found);
    if (!found.includes(model)) found.push(model);
  }
  return found;
}

function variableOf(element: DmnDecision | DmnKnowledge | undefined, id: string): string {
  if (element?.$type === 'dmn:BusinessKnowledgeModel') return element.variable?.name ?? element.name ?? id;
  return element?.variable?.name ?? id;
}

function idOf(href: string): string {
  return href.slice(href.indexOf('#') + 1);
}
