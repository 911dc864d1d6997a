import type { InputOf, JobType } from '@huiying/contracts';
import { at, isDay, type Day } from '@huiying/working-time';
import type { JobOf } from '@huiying/zeebe';
import type { Trigger } from './deadline-events.js';
import type { LimitSubject } from './deadlines.service.js';
import type { LimitFacts } from './limit-terms.js';

type LimitInput = InputOf<'tasklist.start-deadline'>;

/** The limits that a header names, separated by commas; `null` and blanks name none. */
export function limitIdsOf(text: unknown): string[] {
  const names = typeof text === 'string' ? text.split(',').map((name) => name.trim()) : [];
  return names.filter((name) => name !== '' && name !== 'null');
}

/** The value of a header; `=name` reads the variable of that name (processes.md §0: `=deadlineRule`). */
export function headerOf(
  headers: Readonly<Record<string, string>>,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const text = headers[name];
  return text?.startsWith('=') ? variables[text.slice(1).trim()] : text;
}

export function limitsOf(headers: Readonly<Record<string, string>>): string[] {
  return limitIdsOf(headers['limits']);
}

/** The agreed or planned day that header `deadlineDate` names among the variables; undefined while there is none. */
export function dateOf(headers: Readonly<Record<string, string>>, variables: object): Day | undefined {
  const name = headers['deadlineDate'];
  const value = name === undefined ? undefined : (variables as Record<string, unknown>)[name];
  return typeof value === 'string' && isDay(value.slice(0, 10)) ? value.slice(0, 10) : undefined;
}

/** The day that header `deadlineFrom` names among the variables: the limit counts from it (a notice received on a day before). */
export function fromOf(headers: Readonly<Record<string, string>>, variables: object): Date | undefined {
  const name = headers['deadlineFrom'];
  const value = name === undefined ? undefined : (variables as Record<string, unknown>)[name];
  return typeof value === 'string' && isDay(value.slice(0, 10)) ? at(value.slice(0, 10), '00:00') : undefined;
}

export function subjectOf(variables: {
  subjectNo: string;
  caseNo?: string | null;
  orgId: string;
  orgType: string;
}): LimitSubject {
  const { subjectNo, caseNo, orgId, orgType } = variables;
  return { subjectNo, caseNo: caseNo ?? null, orgId, orgType };
}

export function factsOf(variables: LimitInput): Partial<LimitFacts> {
  const { kind, topic, severity, complexity, keyCustomer } = variables;
  return {
    kind: kind ?? null,
    topic: topic ?? null,
    severity: severity ?? null,
    complexity: complexity ?? null,
    keyCustomer: keyCustomer === true,
  };
}

export function triggerOf<T extends JobType>(job: JobOf<T>): Trigger {
  const { processId, processVersion, elementId } = job;
  return { cause: { job: job.type }, process: { processId, processVersion, elementId } };
}
