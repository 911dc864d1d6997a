import type { JsonObject } from '../../feel/feel.js';
import type { Key } from '../../record/key.js';
import type { JobValue } from '../../record/values.js';
import type { Job } from '../../state/jobs.js';
import { Failure } from '../failure.js';
import type { Active, Processing } from '../processing.js';
import { without } from '../without.js';
import { evaluateInteger, evaluateText } from './expressions.js';
import { userTaskHeaders } from './user-task-headers.js';
import { referenceOf } from './values.js';

export interface PreparedJob {
  readonly type: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the job of an element will be, from its expressions. */
export function prepareJob(p: Processing, { element, instance }: Active): PreparedJob | Failure {
  const job = element.job!;
  const type = evaluateText(p, job.type, instance.key);
  if (type instanceof Failure) return type;
  const retries = evaluateInteger(p, job.retries, instance.key);
  if (retries instanceof Failure) return retries;
  if (!element.userTask) return { type, retries, headers: job.headers };
  const headers = userTaskHeaders(p, element.userTask, instance.key);
  return headers instanceof Failure ? headers : { type, retries, headers: { ...job.headers, ...headers } };
}

export function createJob(p: Processing, { instance }: Active, job: PreparedJob): void {
  p.record('JOB', 'CREATED', p.newKey(), {
    ...referenceOf(instance),
    type: job.type,
    retries: job.retries,
    customHeaders: job.headers,
    processDefinitionVersion: instance.version,
    elementId: instance.elementId,
    elementInstanceKey: instance.key,
  });
}

export function jobValueOf(job: Readonly<Job>, variables?: JsonObject): JobValue {
  const value = without(job, 'key', 'state', 'recurAt');
  return variables ? { ...value, variables } : value;
}

export function cancelJob(p: Processing, jobKey: Key | undefined): void {
  const job = jobKey === undefined ? undefined : p.state.jobs.get(jobKey);
  if (job) p.record('JOB', 'CANCELED', job.key, jobValueOf(job));
}
