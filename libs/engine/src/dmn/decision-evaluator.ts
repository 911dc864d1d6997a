import { scopeOf } from '../feel/feel.js';
import type { JsonObject, JsonValue } from '../feel/feel.js';
import type { ParsedDrg } from './decision.js';
import { CompiledDecisions } from './compiled-drg.js';

/** A rule that matched; `index` counts from 1. */
export interface MatchedRule {
  ruleId: string;
  index: number;
  outputs: Record<string, JsonValue>;
}

export interface DecisionResult {
  output: JsonValue;
  /** Of the decision itself, not of those that it requires. */
  matchedRules: MatchedRule[];
  /** By the label of the input, or by its expression. */
  evaluatedInputs: Record<string, JsonValue>;
}

/** Thrown by {@link DecisionEvaluator}: a model that cannot be read, an unknown decision, or a failed evaluation. */
export class DecisionError extends Error {}

/**
 * Evaluates decisions in process, without an engine: for services that must not hand a text to the engine.
 * Later files go before earlier ones when a decision id is in several.
 */
export class DecisionEvaluator {
  private constructor(private readonly drgs: ReadonlyMap<string, ParsedDrg>) {}

  /** @throws DecisionError naming what is wrong with the first bad file */
  static async fromXml(xmls: readonly string[]): Promise<DecisionEvaluator> {
    const decisions = new CompiledDecisions();
    const byId = new Map<string, ParsedDrg>();
    for (const xml of xmls) {
      const drg = await decisions.parse(xml);
      if (drg.kind === 'compile-error') throw new DecisionError(drg.message);
      for (const { id } of drg.decisions) byId.set(id, drg);
    }
    return new DecisionEvaluator(byId);
  }

  /** Ids of all decisions. */
  get decisionIds(): string[] {
    return [...this.drgs.keys()];
  }

  /**
   * @param now epoch milliseconds for now() and today() in the model; needed only by models that use them
   * @throws DecisionError
   */
  evaluate(decisionId: string, context: JsonObject, now = 0): DecisionResult {
    const drg = this.drgs.get(decisionId);
    if (!drg) throw new DecisionError(`there is no decision '${decisionId}'`);
    const result = drg.evaluate(decisionId, scopeOf(context), now);
    if (result.failure) throw new DecisionError(result.failure.message);
    const own = result.evaluatedDecisions.at(-1);
    return {
      output: result.output,
      matchedRules: (own?.matchedRules ?? []).map(({ ruleId, ruleIndex, evaluatedOutputs }) => ({
        ruleId,
        index: ruleIndex,
        outputs: Object.fromEntries(evaluatedOutputs.map(({ outputName, outputValue }) => [outputName, outputValue])),
      })),
      evaluatedInputs: Object.fromEntries(
        (own?.evaluatedInputs ?? []).map(({ inputName, inputValue }) => [inputName, inputValue]),
      ),
    };
  }
}
