/** What leaves a database: business event, message to the engine, completed job, notice to a person (architecture.md §3). */
export const OUTBOX_KINDS = ['event', 'message', 'job', 'notice'] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

export interface MessagePayload {
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly ttlMs: number;
  /** Process that this message starts: the row stays `held` while it is not deployed. */
  readonly startsProcess?: string;
}

export interface JobPayload {
  readonly jobKey: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly taskId: string;
}

export interface NoticePayload {
  readonly noticeId: string;
}

interface PayloadOf {
  message: MessagePayload;
  job: JobPayload;
  notice: NoticePayload;
}

/** A row on its way out. `id` is the message id, job outcome id or event id: the same at every repeat. */
export interface OutboxRow<K extends Exclude<OutboxKind, 'event'> = Exclude<OutboxKind, 'event'>> {
  readonly id: string;
  readonly kind: K;
  /** Message name, `complete-job` or `notice`. */
  readonly type: string;
  readonly partitionKey: string;
  readonly payload: PayloadOf[K];
  /** Failed tries so far. */
  readonly attempts: number;
}
