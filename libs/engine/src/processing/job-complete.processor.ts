import { jobValueOf } from './bpmn/jobs.js';
import type { CommandProcessor } from './command-processor.js';
import { findJob } from './job-lookup.js';
import { Refusal } from './refusal.js';

export const completeJob: CommandProcessor<'CompleteJob'> = (p, { jobKey, variables }) => {
  const job = findJob(p, jobKey, 'complete');
  if (job instanceof Refusal) return job;
  p.record('JOB', 'COMPLETED', jobKey, jobValueOf(job, variables));
  p.follow({ type: 'CompleteElement', key: job.elementInstanceKey });
  return {};
};
