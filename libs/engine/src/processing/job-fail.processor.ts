import { raiseIncident } from './bpmn/incidents.js';
import { jobValueOf } from './bpmn/jobs.js';
import { setAllLocal } from './bpmn/variables.js';
import type { CommandProcessor } from './command-processor.js';
import { Failure } from './failure.js';
import { findJob } from './job-lookup.js';
import { Refusal } from './refusal.js';

export const failJob: CommandProcessor<'FailJob'> = (p, command) => {
  const { jobKey, errorMessage, retryBackOff } = command;
  const job = findJob(p, jobKey, 'fail');
  if (job instanceof Refusal) return job;
  const retries = Math.max(0, command.retries);
  p.record('JOB', 'FAILED', jobKey, {
    ...jobValueOf(job, command.variables),
    retries,
    errorMessage,
    ...(retries > 0 && retryBackOff > 0 ? { recurAt: p.now + retryBackOff } : {}),
  });
  setAllLocal(p, job.elementInstanceKey, command.variables);
  if (retries > 0) return {};
  const instance = p.state.elements.getExisting(job.elementInstanceKey);
  raiseIncident(p, instance, new Failure('JOB_NO_RETRIES', errorMessage || 'No more retries left.', jobKey));
  return {};
};
