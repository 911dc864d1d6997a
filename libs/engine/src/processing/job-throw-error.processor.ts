import { catchThrown, findCatcher } from './bpmn/catching.js';
import { raiseIncident } from './bpmn/incidents.js';
import { jobValueOf } from './bpmn/jobs.js';
import type { CommandProcessor } from './command-processor.js';
import { Failure } from './failure.js';
import { findJob } from './job-lookup.js';
import { Refusal } from './refusal.js';

export const throwError: CommandProcessor<'ThrowError'> = (p, { jobKey, errorCode, errorMessage, variables }) => {
  const job = findJob(p, jobKey, 'throw an error for');
  if (job instanceof Refusal) return job;
  p.record('JOB', 'ERROR_THROWN', jobKey, { ...jobValueOf(job, variables), errorCode, errorMessage });
  const catcher = findCatcher(p, job.elementInstanceKey, 'error', errorCode);
  if (catcher) {
    catchThrown(p, catcher, variables);
    return {};
  }
  const message = `Expected to throw an error event with the code '${errorCode}'${errorMessage && ` with message '${errorMessage}'`}, but it was not caught.`;
  const instance = p.state.elements.getExisting(job.elementInstanceKey);
  raiseIncident(p, instance, new Failure('UNHANDLED_ERROR_EVENT', message, jobKey));
  return {};
};
