import { Injectable } from '@nestjs/common';
import { DecisionError, DecisionEvaluator, type JsonObject } from '@huiying/engine';
import { defineProblems } from '@huiying/platform';
import { decisionsIn, type DecisionText, literalOf, PublishedModels } from '@huiying/zeebe';
import { modelFileOf } from './model-file.js';

defineProblems({
  'model-kind': { zh: '只能发布流程(.bpmn)或决策(.dmn)', en: 'Only a process (.bpmn) or decision (.dmn) is published' },
  'decision-unreadable': { zh: '决策表不能解析：{reason}', en: 'The decision cannot be read: {reason}' },
  'decision-fails': { zh: '修改后决策不能计算：{reason}', en: 'The changed decision does not evaluate: {reason}' },
});

export interface ModelRefusal {
  code: 'decision-unreadable' | 'decision-fails';
  reason: string;
}

/** Tries a drafted decision before it reaches the engine: what the version in force answers must still be answered. */
@Injectable()
export class ModelCheck {
  constructor(private readonly models: PublishedModels) {}

  /** Undefined when it is fit. The rows themselves are the trial: each is asked for with what it names. */
  async decision(xml: string): Promise<ModelRefusal | undefined> {
    const id = modelFileOf('x.dmn', xml)?.id;
    let drafted: DecisionEvaluator;
    try {
      drafted = await DecisionEvaluator.fromXml([xml]);
    } catch (error) {
      return { code: 'decision-unreadable', reason: reasonOf(error) };
    }
    const inForce = this.models
      .all()
      .find(({ kind, content }) => kind === 'drg' && modelFileOf('x.dmn', content)?.id === id);
    const current = await DecisionEvaluator.fromXml(inForce ? [inForce.content] : []);
    for (const decision of decisionsIn(xml))
      for (const context of trialsOf(decision)) {
        const failure = failureOf(drafted, decision.id, context);
        if (failure !== undefined && failureOf(current, decision.id, context) === undefined)
          return { code: 'decision-fails', reason: failure };
      }
    return undefined;
  }
}

function failureOf(evaluator: DecisionEvaluator, decisionId: string, context: JsonObject): string | undefined {
  if (!evaluator.decisionIds.includes(decisionId)) return undefined;
  try {
    evaluator.evaluate(decisionId, context);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** A context for every row, out of the first literal of each of its cells; one without anything for a literal decision. */
function trialsOf({ table }: DecisionText): JsonObject[] {
  if (!table) return [{}];
  return table.rows.map(({ inputs }) =>
    Object.fromEntries(
      inputs.flatMap(({ text }, column) => {
        const name = table.inputs[column] ?? '';
        const literal = literalOf(text.split(',')[0] ?? '');
        const value = literal === undefined || Array.isArray(literal) ? null : literal;
        return /^\w+$/.test(name) ? [[name, value]] : [];
      }),
    ),
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof DecisionError) return error.message;
  throw error;
}
