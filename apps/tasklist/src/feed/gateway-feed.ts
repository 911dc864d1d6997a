import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Logger } from '@huiying/platform';
import { Gateway } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { taskOf, USER_TASK_TYPE } from './engine-record.js';
import { TaskMirror } from './task-mirror.service.js';

/** For so long the gateway keeps an activated job to itself; then it hands it out again, which shows that it is still there. */
const HAND_OUT_AGAIN_MS = 300_000;
const SWEEP_MS = 60_000;
/** A job that was not handed out for so many sweeps has vanished, if the gateway answered in all of them. */
const SWEEPS_UNTIL_GONE = (3 * HAND_OUT_AGAIN_MS) / SWEEP_MS;
const AT_ONCE = 64;

/**
 * User tasks of a plain gateway, which has no feed: jobs are activated slowly and never failed, so each comes again every few minutes
 * until it is completed. One that stays away for three times as long has vanished (architecture.md §5).
 */
@Injectable()
export class GatewayFeed implements OnApplicationShutdown {
  private worker: ReturnType<Gateway['openWorker']> | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  /** Sweeps in a row in which the gateway answered: while it is away, or this process was, nothing is handed out and nothing has vanished. */
  private answered = 0;

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
    // Before the rest, which may fail for long: what is handed out is there.
    await this.database.query(
      `insert into seen_job (job_key, seen_at) values ($1, clock_timestamp())
       on conflict (job_key) do update set seen_at = excluded.seen_at`,
      [job.key],
    );
    await this.database.transaction((manager) => this.mirror.created(manager, task, job.variables));
  }

  /** Hand-outs run on the machine's time, whatever the clock of the business says. */
  async sweep(): Promise<void> {
    this.answered = (await this.gateway.isReachable()) ? this.answered + 1 : 0;
    if (this.answered <= SWEEPS_UNTIL_GONE) return;
    const gone = await this.database.query<{ job_key: string }[]>(
      `select job_key from seen_job s where s.seen_at < clock_timestamp() - $1 * interval '1 millisecond' and (
         exists (select 1 from task t where t.job_key = s.job_key and t.state = 'open')
         or exists (select 1 from sealed_task r where r.task_key = s.job_key and not r.withdrawn))`,
      [SWEEPS_UNTIL_GONE * SWEEP_MS],
    );
    for (const { job_key: jobKey } of gone)
      await this.database.transaction((manager) => this.mirror.canceled(manager, jobKey, this.clock.now()));
  }
}

type ActivatedJob = Parameters<Parameters<Gateway['openWorker']>[0]['taskHandler']>[0];
