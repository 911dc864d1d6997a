import type { RelayRow } from './outbox-reader.js';

/** What became of a batch. */
export interface Outcome {
  readonly sent: number;
  /** The way was closed for at least one row. */
  readonly blocked: boolean;
}

/** Where the relay puts rows of one kind: the event log, Kafka, or a sink. It settles the rows (deletes, holds, parks) itself. */
export interface Outlet {
  deliver(rows: readonly RelayRow[]): Promise<Outcome>;
}
