import { isPassing } from '@huiying/events';
import { Problem } from '@huiying/platform';
import { BpmnError } from './bpmn-error.js';

/** What a job ended in; a row of `job_result` keeps the first two, so that a repeated job returns them. */
export type JobOutcome =
  | { kind: 'completed'; variables: Record<string, unknown> }
  | { kind: 'refused'; code: string; variables: Record<string, unknown> };

export type JobFailure =
  /** a passing fault: tried again with a back-off, no retry is used up */
  | { kind: 'transient'; message: string }
  /** a defect: no retries, which raises an incident for a person */
  | { kind: 'fault'; message: string };

/** SQLSTATE classes that pass: connection, serialisation and deadlock, resources, operator intervention. */
const PASSING_SQLSTATE = /^(08|40|53|57)/;
const PASSING_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** The message names the error's code, never its text: texts can hold personal data, and incidents are read by operators. */
export function failureOf(error: unknown): JobFailure {
  if (error instanceof Problem) {
    const passing = error.kind === 'unavailable' || error.kind === 'too-many';
    return { kind: passing ? 'transient' : 'fault', message: error.code };
  }
  const code = sqlStateOf(error);
  const passing = code !== undefined && (PASSING_SQLSTATE.test(code) || PASSING_SYSTEM.has(code));
  // A connection that breaks has no code.
  if (passing || isPassing(error)) return { kind: 'transient', message: `database ${code ?? 'cut'}` };
  return { kind: 'fault', message: code ?? (error instanceof Error ? error.name : 'unknown') };
}

export function outcomeOf(result: Record<string, unknown> | void | BpmnError): JobOutcome {
  if (result instanceof BpmnError) return { kind: 'refused', code: result.code, variables: result.variables };
  return { kind: 'completed', variables: result ?? {} };
}

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown; driverError?: { code?: unknown } } | undefined)?.code;
  const driver = (error as { driverError?: { code?: unknown } } | undefined)?.driverError?.code;
  const found = driver ?? code;
  return typeof found === 'string' ? found : undefined;
}
