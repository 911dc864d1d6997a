import type { Provider, Type } from '@nestjs/common';
import type { OutboxKind, OutboxRow } from '../outbox/outbox-row.js';

export type SinkKind = Exclude<OutboxKind, 'event'>;

/**
 * sent: done, the row is deleted · held: its process is not deployed; tried again when models are published or after 30 s, and nothing
 * waits behind it · retry: the way is closed for now (gateway, mail server away); the row and its key wait, without end ·
 * refused: this row cannot go; after five tries it is parked and its key waits for an operator.
 */
export type Delivery = 'sent' | 'held' | { readonly retry: string } | { readonly refused: string };

export interface RelaySink<K extends SinkKind = SinkKind> {
  /**
   * Sends rows of different keys, side by side if it likes, and answers each in order. Repeats carry the same id. A throw counts as retry
   * for all. Reasons are codes, never personal data.
   */
  deliver(rows: readonly OutboxRow<K>[]): Promise<readonly Delivery[]>;
}

export function relaySinkToken(kind: SinkKind, schema = '*'): string {
  return `huiying:relay-sink:${kind}:${schema}`;
}

/**
 * Provider that makes `sink` (itself a provider of the same module) take the outbox rows of a kind, of one schema or of all in this process:
 * `providers: [NoticeSink, relaySink('notice', NoticeSink, 'intake')]`. Rows of a kind without a sink wait.
 */
export function relaySink<K extends SinkKind>(kind: K, sink: Type<RelaySink<K>>, schema?: string): Provider {
  return { provide: relaySinkToken(kind, schema), useExisting: sink };
}
