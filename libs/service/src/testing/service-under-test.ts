import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import {
  type FormId,
  type InputOf,
  type InternalCase,
  JobContracts,
  type JobType,
  type OutputOf,
  type TaskOutcome,
} from '@huiying/contracts';
import type { CloudEvent, EventContext } from '@huiying/events';
import { CompletedForms } from '@huiying/forms';
import { closeTestDatabases } from '@huiying/persistence/testing';
import type { ManualClock, TestService } from '@huiying/platform/testing';
import type { BpmnError, JobHandler, JobOf } from '@huiying/zeebe';
import type { DataSource, EntityManager } from 'typeorm';
import { caseNoOf } from '../cases/case-facts.js';
import type { Neighbours } from './neighbours.js';
import type { OpenedService } from './open-service.js';

/** A task that shows a form: who has it, for which group, and about what. */
export interface Filling {
  subjectNo?: string;
  caseNo?: string | null;
  taskId?: string;
  actorId?: string;
  group?: string;
}

export interface Checked {
  status: number;
  body: {
    variables: Record<string, unknown>;
    errors?: { field: string; code: string; text: string }[];
    type?: string;
  };
}

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

interface ListPage {
  items: Record<string, unknown>[];
  next: string | null;
}

/** A list and the single things on it: `{list: '/api/penalties', number: 'penaltyNo', open: (no) => …, numbers}`. */
interface ListUnderTest {
  list: string;
  /** Field of an item that names it. */
  number: string;
  open: (number: string) => string;
  /** Everything there is, whoever may read it. */
  numbers: readonly string[];
}

/**
 * What a test does with a service: forms of the tasks that it owns, jobs, requests, what it emits. A service's own kit extends it with
 * the words of its subject: `class Stores extends ServiceUnderTest`.
 */
export class ServiceUnderTest {
  readonly service: TestService;
  readonly clock: ManualClock;
  readonly neighbours: Neighbours;
  /** The subject that forms, jobs and events are about. */
  subjectNo = '';
  protected made = 0;

  constructor(private readonly opened: OpenedService) {
    this.service = opened.service;
    this.clock = opened.clock;
    this.neighbours = opened.neighbours;
  }

  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.service.app.get(token, { strict: false });
  }

  /** A case as intake has it from now on. */
  caseIs(caseNo: string, facts: Partial<InternalCase> = {}): void {
    const { id, orgType } = this.opened.options.organisation;
    const before = this.neighbours.cases.get(caseNo) ?? { ...ACCEPTED, caseNo, orgId: id, orgType };
    this.neighbours.cases.set(caseNo, { ...before, ...facts } as InternalCase);
  }

  /** A request as a login; without a login as anybody. */
  async as<T = Record<string, unknown>>(
    login: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const bearer: Record<string, string> =
      login === null ? {} : { authorization: `Bearer ${await this.service.token(login)}` };
    return request<T>(`${this.service.url}${path}`, method, { ...bearer, ...headers }, body);
  }

  /**
   * What a list shows to somebody, over all its pages, and what of `numbers` opens for them by itself: the two must agree, whoever asks.
   * A list that is refused shows nothing.
   */
  async listedAndOpened(
    login: string,
    { list, number, open, numbers }: ListUnderTest,
  ): Promise<{ listed: string[]; opened: string[] }> {
    const listed: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Answer<Partial<ListPage>> = await this.as(login, 'GET', `${list}?${next && `cursor=${next}`}`);
      listed.push(...(page.body.items ?? []).map((item) => String(item[number])));
      next = page.body.next ?? null;
    }
    const opened: string[] = [];
    for (const one of numbers) {
      const { status } = await this.as(login, 'GET', open(encodeURIComponent(one)));
      if (status === 200) opened.push(one);
    }
    return { listed: [...new Set(listed)].sort(), opened: opened.sort() };
  }

  /** A request of another service on the internal port. */
  async internal<T = Record<string, unknown>>(path: string, body?: unknown): Promise<Answer<T>> {
    const headers = { authorization: `Bearer ${await this.service.serviceToken()}` };
    return request<T>(`${this.service.internalUrl}${path}`, body === undefined ? 'GET' : 'POST', headers, body);
  }

  /** What a form opens with. */
  async start(formId: FormId, filling: Filling = {}): Promise<Record<string, unknown>> {
    const subject = this.shown(filling);
    const { status, body } = await this.internal(
      `/internal/forms/${formId}?${new URLSearchParams(subject).toString()}`,
    );
    if (status !== 200) throw new Error(`form did not open: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async check(formId: FormId, data: object, filling: Filling = {}): Promise<Checked> {
    return (await this.internal(`/internal/forms/${formId}/check`, {
      ...this.shown(filling),
      data,
    })) as unknown as Checked;
  }

  /** Fields that a form refuses, `field code`. */
  async refused(formId: FormId, data: object, filling: Filling = {}): Promise<string[]> {
    const { body } = await this.check(formId, data, filling);
    return (body.errors ?? []).map(({ field, code }) => `${field} ${code}`);
  }

  /** Checks a form and completes its task: the owner keeps it as it does on `task.completed`. Answers the outcome's id. */
  async complete(formId: FormId, data: Record<string, unknown>, filling: Filling = {}): Promise<string> {
    const { outcomeId, heard } = await this.completeUnheard(formId, data, filling);
    await heard();
    return outcomeId;
  }

  /** As `complete`, but the owner hears of it only with `heard`: the process goes on, and may be faster than the event. */
  async completeUnheard(
    formId: FormId,
    data: Record<string, unknown>,
    filling: Filling = {},
  ): Promise<{ outcomeId: string; heard: () => Promise<void> }> {
    const { caseNo, ...subject } = this.subject(filling);
    const { status, body } = await this.check(formId, data, { ...subject, caseNo });
    if (status !== 200) throw new Error(`form refused: ${status} ${JSON.stringify(body)}`);
    const outcome: TaskOutcome = {
      id: subject.taskId,
      taskId: subject.taskId,
      formId,
      subjectNo: subject.subjectNo,
      ...(caseNo === null ? {} : { caseNo }),
      data,
      variables: body.variables,
      completedBy: subject.actorId,
      completedAt: new Date(this.clock.now()).toISOString(),
    };
    this.neighbours.outcomes.set(outcome.id, outcome);
    const [process = '', element = ''] = formId.split('--');
    const event = { id: randomUUID(), data: { taskId: outcome.taskId, process, element } };
    const heard = async (): Promise<void> => {
      await this.inTransaction((manager) => this.get(CompletedForms).deliver(event, manager, () => true));
      this.clock.add(60_000);
    };
    return { outcomeId: outcome.id, heard };
  }

  /** Runs a job as the engine would hand it out; answers with its output or its BPMN error. */
  async job<T extends JobType>(
    worker: abstract new (...args: never[]) => JobHandler<T>,
    type: T,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<OutputOf<T> | BpmnError> {
    const key = String(++this.made);
    const { id, orgType } = this.opened.options.organisation;
    const caseNo = this.subjectNo.startsWith('TS-') ? caseNoOf(this.subjectNo) : null;
    const all = { subjectNo: this.subjectNo, caseNo, orgId: id, orgType, ...variables };
    const input = Object.keys(JobContracts[type].input);
    const job = {
      key,
      type,
      variables: Object.fromEntries(Object.entries(all).filter(([name]) => input.includes(name))) as InputOf<T>,
      headers,
      processId: 'a-process',
      processVersion: 1,
      elementId: type.split('.')[1] ?? '',
      elementInstanceKey: key,
      instanceKey: '1',
    } as unknown as JobOf<T>;
    const handler = this.get<JobHandler<T>>(worker);
    return this.inTransaction((manager) => handler.handle(job, { manager }));
  }

  /** An event that one of the service's consumers hears: `hear('case.diverted', data, (event, context) => consumer.diverted(event, context))`. */
  async hear(
    type: string,
    data: Record<string, unknown>,
    consumer: (event: CloudEvent<never>, context: EventContext) => Promise<void>,
  ): Promise<void> {
    const time = this.clock.now().toISOString();
    const event = { id: randomUUID(), type, time, subject: this.subjectNo, data } as unknown as CloudEvent<never>;
    await this.inTransaction((manager) => consumer(event, { manager } as EventContext));
  }

  /**
   * Data of the events of a type in the order in which they were told: those in the log, then those on their way, which the relay takes in
   * that order; those that name `about` (default: the subject).
   */
  async events(type: string, about = this.subjectNo): Promise<Record<string, unknown>[]> {
    const rows = await this.query<{ data: string }>(
      `SELECT data FROM (
         SELECT data::text AS data, true AS leaving, seq AS n FROM outbox WHERE kind = 'event' AND type = $1
         UNION ALL SELECT data, false, position FROM events.event_log WHERE type = $1
         UNION ALL SELECT data, false, position FROM events.restricted_event_log WHERE type = $1
       ) e WHERE data LIKE $2 ORDER BY leaving, n`,
      [type, `%"${about}"%`],
    );
    return rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
  }

  /** Messages of a name that wait for the engine: correlation key and variables, oldest first. */
  async messages(name: string): Promise<{ key: string; variables: Record<string, unknown> }[]> {
    const rows = await this.query<{ data: string }>(
      `SELECT data::text AS data FROM outbox WHERE kind = 'message' AND type = $1 ORDER BY id`,
      [name],
    );
    return rows.map(({ data }) => {
      const sent = JSON.parse(data) as { correlationKey: string; variables: Record<string, unknown> };
      return { key: sent.correlationKey, variables: sent.variables };
    });
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const name = `${this.opened.options.schema.name}DataSource`;
    return this.service.app.get<DataSource>(name, { strict: false }).transaction(work);
  }

  /** As administrator of the database, in the service's schema. */
  query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return this.opened.admin.query<T[]>(sql, params);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.neighbours.close();
    await this.opened.admin.destroy();
    await closeTestDatabases();
  }

  /** What the tasklist tells an owner of the task that shows its form. */
  private shown(filling: Filling): Record<string, string> {
    const { subjectNo, taskId, actorId, group } = this.subject(filling);
    return { subjectNo, taskId, actorId, ...(group ? { group } : {}) };
  }

  private subject({ actorId, taskId, subjectNo = this.subjectNo, caseNo, group }: Filling) {
    const first = Object.keys(this.opened.options.directory.flatMap(({ staff }) => [staff ?? {}])[0] ?? {})[0] ?? 'li';
    return {
      subjectNo,
      caseNo: caseNo === undefined && subjectNo.startsWith('TS-') ? caseNoOf(subjectNo) : (caseNo ?? null),
      taskId: taskId ?? `t${++this.made}`,
      actorId: actorId ?? first,
      ...(group ? { group } : {}),
    };
  }
}

async function request<T>(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: (json && text ? JSON.parse(text) : text) as T };
}

const ACCEPTED: Partial<InternalCase> = {
  channel: 'web',
  state: 'dispatched',
  receivedAt: '2026-03-02T10:00:00+08:00',
  receivedOn: '2026-03-02',
  kind: 'after-sales',
  admission: 'accept',
  severity: 'general',
  complexity: 'simple',
  ownerGroup: 'intake-desk',
  anonymous: false,
  households: 1,
  amountYuan: null,
  dangerToPersons: false,
};
