import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ActivatedJob, Refusal } from '@huiying/engine';
import { jobMessage } from './answers.js';
import { refuseTenants } from './documents.js';
import type { JobDispatcher, JobTaker } from './job-dispatcher.js';
import { InvalidRequest, statusOf } from './refused.js';
import type { ActivationRequest, Requests } from './wire.js';

const DEFAULT_POLL_MS = 10_000;
/** A client takes messages of at most 4 MB; more jobs go in more messages. */
const MESSAGE_BYTES = 3_500_000;
/** Jobs that a stream gets at once. */
const STREAM_JOBS = 32;

/** ActivateJobs: answers at once when there are jobs, otherwise waits for `requestTimeout` (0: the default, negative: not at all). */
export function activateJobs(call: ServerWritableStream<Requests['ActivateJobs'], object>, jobs: JobDispatcher): void {
  const { request } = call;
  validate('ActivateJobs', request);
  if (request.maxJobsToActivate < 1)
    throw new InvalidRequest(
      `Expected to activate jobs with a maximum greater than zero, but it was '${String(request.maxJobsToActivate)}'`,
    );
  let open = true;
  let leave = (): void => undefined;
  const waiting: { timer?: NodeJS.Timeout } = {};
  const end = () => {
    open = false;
    clearTimeout(waiting.timer);
    leave();
  };
  const taker: JobTaker = {
    request,
    maxJobs: request.maxJobsToActivate,
    staying: false,
    get open() {
      return open && !call.cancelled;
    },
    take: (batch) => {
      end();
      for (const part of parts(batch)) call.write({ jobs: part });
      call.end();
      return true;
    },
    refuse: (refusal) => {
      end();
      fail(call, refusal, 'ActivateJobs');
    },
  };
  const finish = () => {
    if (!open) return;
    end();
    call.end();
  };
  call.on('cancelled', end);
  leave = jobs.add(taker);
  // Not in the middle of being served: jobs that are on their way would have to be given back.
  const finishWhenIdle = () => void jobs.settled(request.type).then(finish);
  if (request.requestTimeout < 0) return finishWhenIdle();
  waiting.timer = setTimeout(finishWhenIdle, request.requestTimeout || DEFAULT_POLL_MS);
}

/** StreamActivatedJobs: jobs as they come, until the client leaves. */
export function streamJobs(
  call: ServerWritableStream<Requests['StreamActivatedJobs'], object>,
  jobs: JobDispatcher,
): void {
  const { request } = call;
  validate('StreamActivatedJobs', request);
  let open = true;
  let leave = (): void => undefined;
  const end = () => {
    open = false;
    leave();
  };
  call.on('cancelled', end);
  leave = jobs.add({
    request,
    maxJobs: STREAM_JOBS,
    staying: true,
    get open() {
      return open && !call.cancelled;
    },
    take: (batch) => {
      for (const job of batch) call.write(jobMessage(job));
      return true;
    },
    refuse: (refusal) => {
      end();
      fail(call, refusal, 'StreamActivatedJobs');
    },
  });
}

function validate(method: string, { type, timeout, tenantIds }: ActivationRequest): void {
  if (type.trim() === '') throw new InvalidRequest('Expected to activate jobs of a type, but the type is blank');
  if (timeout < 1)
    throw new InvalidRequest(
      `Expected to activate jobs with a timeout greater than zero, but it was '${String(timeout)}'`,
    );
  refuseTenants(method, ...tenantIds);
}

function fail(call: ServerWritableStream<unknown, object>, refusal: Refusal, method: string): void {
  call.emit('error', statusOf(refusal, method));
}

function* parts(jobs: readonly ActivatedJob[]): Generator<object[]> {
  let part: object[] = [];
  let size = 0;
  for (const job of jobs) {
    const message = jobMessage(job);
    const bytes = Buffer.byteLength(JSON.stringify(job.variables)) + 1_000;
    if (part.length > 0 && size + bytes > MESSAGE_BYTES) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(message);
    size += bytes;
  }
  if (part.length > 0) yield part;
}
