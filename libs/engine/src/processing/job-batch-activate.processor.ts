import type { JsonObject, JsonValue } from '../feel/feel.js';
import type { Key } from '../record/key.js';
import type { ActivatedJob } from './command.js';
import type { CommandProcessor } from './command-processor.js';
import type { Processing } from './processing.js';
import { Refusal } from './refusal.js';

export const activateJobs: CommandProcessor<'ActivateJobs'> = (p, command) => {
  const { jobType, worker, timeout, maxJobs, fetchVariables } = command;
  const expected = 'Expected to activate job batch with';
  if (!jobType.trim()) return new Refusal('INVALID_ARGUMENT', `${expected} type to be present, but it was blank`);
  if (timeout < 1)
    return new Refusal('INVALID_ARGUMENT', `${expected} timeout to be greater than zero, but it was '${timeout}'`);
  if (maxJobs < 1)
    return new Refusal(
      'INVALID_ARGUMENT',
      `${expected} max jobs to activate to be greater than zero, but it was '${maxJobs}'`,
    );
  const jobs = p.state.jobs.oldestActivatable(jobType, maxJobs);
  if (!jobs.length) return { jobs: [] };
  const deadline = p.now + timeout;
  const keys = jobs.map(({ key }) => key);
  p.record('JOB_BATCH', 'ACTIVATED', p.newKey(), { type: jobType, worker, deadline, jobKeys: keys });
  return {
    jobs: jobs.map((job): ActivatedJob => ({
      key: job.key,
      type: job.type,
      processInstanceKey: job.processInstanceKey,
      bpmnProcessId: job.bpmnProcessId,
      processDefinitionVersion: job.processDefinitionVersion,
      processDefinitionKey: job.processDefinitionKey,
      elementId: job.elementId,
      elementInstanceKey: job.elementInstanceKey,
      customHeaders: job.customHeaders,
      worker,
      retries: job.retries,
      deadline,
      variables: variablesOf(p, job.elementInstanceKey, fetchVariables),
    })),
  };
};

function variablesOf(p: Processing, scopeKey: Key, names: readonly string[]): JsonObject {
  if (!names.length) return p.state.allVisible(scopeKey);
  const document: Record<string, JsonValue> = {};
  for (const name of names) {
    const value = p.state.lookUp(scopeKey, name);
    if (value !== undefined) document[name] = value;
  }
  return document;
}
