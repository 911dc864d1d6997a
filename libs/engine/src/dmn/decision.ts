import type { CompileError, JsonValue, VariableScope } from '../feel/feel.js';

/** The port to the decision language. Implemented beside this file. */
export interface Decisions {
  /** Reads a decision requirements graph; a text that is no valid DMN, or holds an expression that does not parse, is an error value. */
  parse(xml: string): Promise<ParsedDrg | CompileError>;
}

/** One DMN file, compiled. */
export interface ParsedDrg {
  readonly kind: 'drg';
  /** `id` and `name` of `<definitions>`. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** In the order of the file. */
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
  /** Evaluates a decision and what it requires. `now` as in {@link Expression.evaluate}. Never throws. */
  evaluate(decisionId: string, scope: VariableScope, now: number): DecisionEvaluation;
}

/** The details are Zeebe's EvaluateDecisionResponse without keys and versions, which the engine adds. */
export interface DecisionEvaluation {
  readonly decisionId: string;
  readonly decisionName: string;
  /** null when the evaluation failed. */
  readonly output: JsonValue;
  /** Set when the decision or one that it requires failed. */
  readonly failure?: { readonly decisionId: string; readonly message: string };
  /** The required decisions first, the evaluated one last; when it failed, as far as it came. */
  readonly evaluatedDecisions: readonly EvaluatedDecision[];
}

export interface EvaluatedDecision {
  readonly decisionId: string;
  readonly decisionName: string;
  /** `DECISION_TABLE`, `LITERAL_EXPRESSION`, `CONTEXT`, `INVOCATION`, `LIST`, `RELATION`, … */
  readonly decisionType: string;
  readonly output: JsonValue;
  readonly evaluatedInputs: readonly {
    readonly inputId: string;
    readonly inputName: string;
    readonly inputValue: JsonValue;
  }[];
  readonly matchedRules: readonly {
    readonly ruleId: string;
    /** From 1. */
    readonly ruleIndex: number;
    readonly evaluatedOutputs: readonly {
      readonly outputId: string;
      readonly outputName: string;
      readonly outputValue: JsonValue;
    }[];
  }[];
}
