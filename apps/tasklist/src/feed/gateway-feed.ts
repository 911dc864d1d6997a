import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Logger } from '@huiying/platform';
import { Gateway } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { taskOf, USER_TASK_TYPE } from './engine-record.js';
import { TaskMirror } from './task-mirror.service.js';

/** For so long the gateway keeps an activated job to itself; then it hands it out again, which shows that it is still there. */
const HAND_OUT_AGAIN_MS = 300_000;
const SWEEP_MS = 60_000;
const AT_ONCE = 64;

/**
 * User tasks of a plain gateway, which has no feed: jobs are activated slowly and never failed, so each comes again every few minutes
 * until it is completed. One that stays away for three times as long has vanished (architecture.md §5).
 */
@Injectable()
export class GatewayFeed implements OnApplicationShutdown {
  private worker: ReturnType<Gateway['openWorker']> | undefined;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly gateway: Gateway,
    private readonly mirror: TaskMirror,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  start(): void {
    if (this.worker) return;
    this.log.info('feed.gateway', { address: this.gateway.address });
    this.worker = this.gateway.openWorker({
      taskType: USER_TASK_TYPE,
      maxJobsToActivate: AT_ONCE,
      timeout: HAND_OUT_AGAIN_MS,
      taskHandler: async (job) => {
        // Nothing may escape from here: zeebe-node would end the process with an unhandled rejection.
        await this.seen(job).catch((error: unknown) => {
          this.log.warn('feed.job-postponed', { jobKey: job.key, elementId: job.elementId }, error);
        });
        return job.forward();
      },
    });
    this.sweeper = setInterval(() => {
      this.sweep().catch((error: unknown) => this.log.warn('feed.sweep-postponed', {}, error));
    }, SWEEP_MS);
    this.sweeper.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await this.worker?.close(1_000);
  }

  private async seen(job: ActivatedJob): Promise<void> {
    const task = taskOf({
      position: 0,
      key: job.key,
      timestamp: this.clock.now().getTime(),
      valueType: 'JOB',
      intent: 'CREATED',
      value: {
        type: USER_TASK_TYPE,
        bpmnProcessId: job.bpmnProcessId,
        processDefinitionVersion: Number(job.processDefinitionVersion),
        processInstanceKey: job.processInstanceKey,
        elementId: job.elementId,
        elementInstanceKey: job.elementInstanceKey,
        customHeaders: job.customHeaders,
      },
    });
    await this.database.transaction(async (manager) => {
      await this.mirror.created(manager, task, job.variables);
      await manager.query(
        `insert into seen_job (job_key, seen_at) values ($1, clock_timestamp())
         on conflict (job_key) do update set seen_at = excluded.seen_at`,
        [job.key],
      );
    });
  }

  /** Hand-outs run on the machine's time, whatever the clock of the business says. */
  private async sweep(): Promise<void> {
    const gone = await this.database.query<{ job_key: string }[]>(
      `select s.job_key from seen_job s join task t on t.job_key = s.job_key
       where t.state = 'open' and s.seen_at < clock_timestamp() - $1 * interval '1 millisecond'`,
      [3 * HAND_OUT_AGAIN_MS],
    );
    for (const { job_key: jobKey } of gone)
      await this.database.transaction((manager) => this.mirror.canceled(manager, jobKey, this.clock.now()));
  }
}

type ActivatedJob = Parameters<Parameters<Gateway['openWorker']>[0]['taskHandler']>[0];
