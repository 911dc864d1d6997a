import { jobValueOf } from './bpmn/jobs.js';
import type { CommandProcessor } from './command-processor.js';
import { jobNotFound } from './job-lookup.js';
import { Refusal } from './refusal.js';

export const updateJobTimeout: CommandProcessor<'UpdateJobTimeout'> = (p, { jobKey, timeout }) => {
  const job = p.state.jobs.get(jobKey);
  if (!job) return jobNotFound(jobKey, 'update the timeout of');
  if (job.state !== 'ACTIVATED')
    return new Refusal(
      'INVALID_STATE',
      `Expected to update the timeout of job with key '${jobKey}', but it is not active: it is in state '${job.state}'`,
    );
  p.record('JOB', 'TIMEOUT_UPDATED', jobKey, { ...jobValueOf(job), deadline: p.now + timeout });
  return {};
};
