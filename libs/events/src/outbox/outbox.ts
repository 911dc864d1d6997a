import { type DataSource, type EntityManager } from 'typeorm';
import { type EventType, isSealedNumber } from '@huiying/contracts';
import type { Clock } from '@huiying/platform';
import { v4, v7 } from 'uuid';
import { CODE_PATTERN, type Envelope, shanghaiDay, shanghaiTime } from '../envelope/cloud-event.js';
import type { AnyDraft, EventDraft } from './event-draft.js';
import { contractFor, dataText } from './event-validation.js';
import { OutboxDefect } from './outbox.errors.js';
import type { JobPayload, MessagePayload, NoticePayload } from './outbox-row.js';
import { OutboxTransactions, type PendingRow } from './outbox-transactions.js';

/** Message for a waiting catch lives ten minutes; a start message needs no life, its subscription exists since deployment. */
const WAITING_TTL_MS = 600_000;

/** What the outbox of a schema needs besides its database. */
export interface OutboxOptions {
  /** Name of the service as in the registry: `warranty-routing`. */
  readonly service: string;
  /** EVENT_SOURCE_BASE: empty, or what tells installations apart. */
  readonly sourceBase?: string;
  /** Trace of the request or job that runs now. */
  readonly traceparent?: () => string | undefined;
  /** Event that is being handled now. */
  readonly causationId?: () => string | undefined;
}

/**
 * The only way out of a service (architecture.md §3). Everything is handed over inside the transaction of the change and written as
 * its last statement; a rollback takes it along. All methods answer the id that stays the same at every repeat, and throw
 * {@link OutboxDefect} outside a transaction, in a nested one, or when the contract does not allow what is handed over.
 */
export class Outbox {
  private readonly transactions: OutboxTransactions;

  constructor(
    dataSource: DataSource,
    private readonly clock: Clock,
    private readonly options: OutboxOptions,
  ) {
    this.transactions = OutboxTransactions.of(dataSource);
  }

  /** A business event. caseNo, orgId, at and actorId are added to `data`; the type must be listed for this service and cause. */
  async event<T extends EventType>(manager: EntityManager, draft: EventDraft<T>): Promise<string> {
    const row = this.eventRow(draft);
    await this.transactions.add(manager, row);
    return row.id;
  }

  /** A message to the engine; `startsProcess` names the process it starts. `variables` are ids, codes, dates and numbers. */
  async message(
    manager: EntityManager,
    message: {
      name: string;
      correlationKey: string;
      variables: Readonly<Record<string, unknown>>;
      ttlMs?: number;
      startsProcess?: string;
    },
  ): Promise<string> {
    const { name, correlationKey, startsProcess } = message;
    const traceparent = this.options.traceparent?.();
    const variables = { ...(traceparent === undefined ? {} : { traceparent }), ...message.variables };
    assertCodes(`message ${name}`, variables);
    const payload: MessagePayload = {
      name,
      correlationKey,
      variables,
      ttlMs: message.ttlMs ?? (startsProcess === undefined ? WAITING_TTL_MS : 0),
      ...(startsProcess === undefined ? {} : { startsProcess }),
    };
    return this.leave(manager, {
      kind: 'message',
      type: name,
      partitionKey: correlationKey,
      payload,
      heldFor: startsProcess,
    });
  }

  /** Completes a job with what the process gets. */
  async job(manager: EntityManager, job: JobPayload): Promise<string> {
    assertCodes('job', job.variables);
    const { jobKey, variables, taskId } = job;
    return this.leave(manager, {
      kind: 'job',
      type: 'complete-job',
      partitionKey: jobKey,
      payload: { jobKey, variables, taskId } satisfies JobPayload,
    });
  }

  /** Hands a stored notice to the channels. */
  async notice(manager: EntityManager, { noticeId }: NoticePayload): Promise<string> {
    return this.leave(manager, { kind: 'notice', type: 'notice', partitionKey: noticeId, payload: { noticeId } });
  }

  private async leave(
    manager: EntityManager,
    row: {
      kind: 'message' | 'job' | 'notice';
      type: string;
      partitionKey: string;
      payload: object;
      heldFor?: string | undefined;
    },
  ): Promise<string> {
    const { payload, ...rest } = row;
    const id = v7();
    await this.transactions.add(manager, { ...rest, id, data: JSON.stringify(payload) });
    return id;
  }

  private eventRow(draft: AnyDraft): PendingRow {
    const { service, sourceBase = '' } = this.options;
    const contract = contractFor(service, draft);
    const restricted = contract.class === 'restricted';
    if (restricted && (draft.actorId !== 'system' || draft.caseNo !== undefined))
      throw new OutboxDefect(`restricted event ${draft.type} names actor system and no case`);
    const now = this.clock.now();
    const time = restricted ? shanghaiDay(now) : shanghaiTime(now);
    const { caseNo, orgId, actorId, subject, type } = draft;
    const data = dataText(type, {
      ...(caseNo === undefined ? {} : { caseNo }),
      orgId,
      at: time,
      actorId,
      ...draft.data,
    });
    const partitionKey = caseNo ?? subject;
    // What a sealed file goes through is told to those alone who carry it out (events.md §2), whatever the class of the type.
    const sealed = restricted || isSealedNumber(partitionKey) || isSealedNumber(subject);
    // A version 7 id tells the moment, which a restricted event must not.
    const id = sealed ? v4() : v7();
    const envelope: Omit<Envelope, 'sequence'> = {
      specversion: '1.0',
      id,
      source: `${sourceBase}/huiying/${service}`,
      type: type as EventType,
      subject,
      time,
      datacontenttype: 'application/json',
      dataschema: `urn:huiying:schema:${type}:${contract.version}`,
      ...this.context(draft, restricted),
      partitionkey: partitionKey,
      orgid: orgId,
      ...(caseNo === undefined ? {} : { caseno: caseNo }),
      dataclassification: sealed ? 'restricted' : contract.class,
    };
    return { kind: 'event', id, type, partitionKey, envelope, data };
  }

  private context(draft: AnyDraft, restricted: boolean): Partial<Envelope> {
    if (restricted) return {};
    const traceparent = draft.traceparent ?? this.options.traceparent?.();
    const { process } = draft;
    const causationId = draft.causationId ?? this.options.causationId?.();
    return {
      ...(traceparent === undefined ? {} : { traceparent }),
      ...(causationId === undefined ? {} : { causationid: causationId }),
      ...(process
        ? {
            processid: process.processId,
            processversion: String(process.processVersion),
            elementid: process.elementId,
          }
        : {}),
    };
  }
}

/** Variables are ids, codes, flags, dates and numbers (access.md §3): a text among them is a leak. */
function assertCodes(what: string, value: unknown, path = ''): void {
  if (typeof value === 'string' && value !== '' && !CODE_PATTERN.test(value))
    throw new OutboxDefect(`${what}: ${path} is no code`);
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) assertCodes(what, inner, `${path}/${key}`);
}
