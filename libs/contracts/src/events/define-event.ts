/** Recommended labels of the CloudEvents extension `dataclassification`; restricted = sealed, never in log, API or catalogue of others. */
export type EventClass = 'public' | 'internal' | 'restricted';

/** Service that may emit the type, and what may cause it there; `*` = any of that sort. */
export interface EventProducer {
  readonly service: string;
  readonly jobs?: readonly string[];
  /** Form ids `<process>--<element>` of completed user tasks. */
  readonly forms?: readonly string[];
  /** Actions of routes, as in `@Access`. */
  readonly routes?: readonly string[];
  readonly clock?: readonly string[];
  /** Event types, or another feed, that a consumer of the service follows. */
  readonly consumers?: readonly string[];
}

/** Entry of the registry: what `schema.json` beside it cannot say. */
export interface EventContract {
  readonly type: string;
  readonly version: `${number}.${number}`;
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly class: EventClass;
  readonly producers: readonly EventProducer[];
  /** Day of the first publication. */
  readonly since: string;
  /** Last day of dual emission, where a newer major replaces the type. */
  readonly sunset?: string;
}

export function defineEvent<const E extends EventContract>(contract: E): E {
  return contract;
}
