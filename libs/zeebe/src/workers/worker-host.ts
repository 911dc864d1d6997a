import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JobContracts, type JobType } from '@huiying/contracts';
import type { Outbox } from '@huiying/events';
import { Clock, Logger } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { Duration, type Job, type ZBWorker } from 'zeebe-node';
import { Gateway } from '../gateway/gateway.js';
import type { JobHandler, JobOf } from './job.js';
import { JobRunner } from './job-runner.js';
import { JOB_TYPE } from './worker.decorator.js';

/** At most so many jobs of one type are worked on at once in one process. */
const JOBS_AT_ONCE = 16;
/** After this Zeebe hands a job out again; a handler that is still at work then finds its row locked and waits. */
const JOB_TIMEOUT = Duration.seconds.of(60);

/** Opens a zeebe-node worker for each `@ZeebeWorker` of one service, which the job's contract names. */
export class WorkerHost implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workers: ZBWorker<never, never, never>[] = [];
  private readonly runner: JobRunner;
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly service: string,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly gateway: Gateway,
    database: DataSource,
    outbox: Outbox,
    clock: Clock,
    private readonly log: Logger,
  ) {
    this.runner = new JobRunner(database, gateway, outbox, clock, log);
  }

  onApplicationBootstrap(): void {
    for (const [type, handler] of this.handlers()) this.workers.push(this.open(type, handler));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close(1_000)));
    await Promise.allSettled(this.running);
  }

  private handlers(): Map<JobType, JobHandler<JobType>> {
    const found = new Map<JobType, JobHandler<JobType>>();
    for (const provider of this.discovery.getProviders()) {
      if (!provider.metatype || !provider.instance) continue;
      const type = this.reflector.get<JobType | undefined>(JOB_TYPE, provider.metatype);
      if (type === undefined || JobContracts[type].service !== this.service) continue;
      if (found.has(type)) throw new Error(`two workers for job type ${type}`);
      found.set(type, provider.instance as JobHandler<JobType>);
    }
    return found;
  }

  private open(type: JobType, handler: JobHandler<JobType>): ZBWorker<never, never, never> {
    return this.gateway.openWorker({
      taskType: type,
      maxJobsToActivate: JOBS_AT_ONCE,
      timeout: JOB_TIMEOUT,
      taskHandler: async (job) => {
        // zeebe-node turns a throwing handler into an unhandled rejection, so nothing may escape from here.
        const run = this.runner.run(toJob(type, job), handler).catch((error: unknown) => {
          // The gateway did not take the answer: the job comes again after its time-out and finds its result.
          this.log.warn('job.answer-lost', { jobKey: job.key, jobType: type }, error);
        });
        this.running.add(run);
        await run;
        this.running.delete(run);
        return job.forward();
      },
    });
  }
}

function toJob<T extends JobType>(type: T, job: Job): JobOf<T> {
  return {
    key: job.key,
    type,
    variables: job.variables as JobOf<T>['variables'],
    headers: job.customHeaders ?? {},
    processId: job.bpmnProcessId,
    processVersion: Number(job.processDefinitionVersion),
    elementId: job.elementId,
    elementInstanceKey: job.elementInstanceKey,
    instanceKey: job.processInstanceKey,
  };
}
