import { jobValueOf } from './bpmn/jobs.js';
import type { CommandProcessor } from './command-processor.js';
import { jobNotFound } from './job-lookup.js';
import { Refusal } from './refusal.js';

export const updateJobRetries: CommandProcessor<'UpdateJobRetries'> = (p, { jobKey, retries }) => {
  if (retries < 1)
    return new Refusal(
      'INVALID_ARGUMENT',
      `Expected to update retries for job with key '${jobKey}' with a positive amount of retries, but the amount given was '${retries}'`,
    );
  const job = p.state.jobs.get(jobKey);
  if (!job) return jobNotFound(jobKey, 'update retries for');
  p.record('JOB', 'RETRIES_UPDATED', jobKey, { ...jobValueOf(job), retries });
  return {};
};
