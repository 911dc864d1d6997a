export { Engine, type EngineOptions } from './engine.js';
export * from './queries.js';
export * from './record/key.js';
export * from './record/record.js';
export * from './record/values.js';
export * from './processing/command.js';
export { Refusal, isRefusal, type RefusalCode } from './processing/refusal.js';
export * from './store/store.js';
export * from './feel/feel.js';
export * from './dmn/decision.js';
export { CompiledFeel } from './feel/compiled-feel.js';
export { CompiledDecisions } from './dmn/compiled-drg.js';
export {
  DecisionError,
  DecisionEvaluator,
  type DecisionResult,
  type MatchedRule,
} from './dmn/decision-evaluator.js';
export { PostgresStore, type PostgresStoreOptions } from './store/postgres-store.js';
