import { createJob, prepareJob } from '../bpmn/jobs.js';
import { applyInputs } from '../bpmn/mappings.js';
import { subscribe } from '../bpmn/subscriptions.js';
import { Failure } from '../failure.js';
import { activated, completeWithOutputs, type ElementProcessor } from './element-processor.js';

/** Whatever a job worker does: service, send and user tasks, scripts and rules with a job type, message throw and end events. */
export const jobTaskProcessor: ElementProcessor = {
  activate(p, at) {
    const failed = applyInputs(p, at);
    if (failed) return failed;
    const job = prepareJob(p, at);
    if (job instanceof Failure) return job;
    const failure = subscribe(p, at);
    if (failure) return failure;
    activated(p, at);
    createJob(p, at, job);
    return undefined;
  },
  complete: completeWithOutputs,
};
