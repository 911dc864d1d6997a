import { Injectable } from '@nestjs/common';
import { REPORT_PROCESSES } from '@huiying/contracts';
import { isPassing } from '@huiying/events';
import { Clock, Logger, Problem } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { EngineMonitoring } from './engine-monitoring.js';
import { type JobRecord, taskOf } from './engine-record.js';
import { goOnFrom, reach } from './feed-position.js';
import { TaskMirror } from './task-mirror.service.js';

const ASIDE_AT_ONCE = 100;

/** Takes records of the engine in, each in one transaction with its place: nothing is lost after a crash and nothing done twice. */
@Injectable()
export class RecordTaker {
  constructor(
    private readonly database: DataSource,
    private readonly engine: EngineMonitoring,
    private readonly mirror: TaskMirror,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  async take(record: JobRecord): Promise<void> {
    await this.apply(record, (manager) => reach(manager, record.position));
  }

  /** One task that cannot be mirrored must not hold up all others; operators see it, and it is tried again. */
  async setAside(record: JobRecord, error: unknown): Promise<void> {
    const { key: jobKey, position, value } = record;
    await this.database.transaction(async (manager) => {
      if (!(await reach(manager, position))) return;
      await manager.query(
        `insert into feed_fault (position, job_key, intent, process_id, element_id, error)
         values ($1, $2, $3, $4, $5, $6) on conflict (position) do nothing`,
        [position, jobKey, record.intent, value.bpmnProcessId, value.elementId, codeOf(error)],
      );
    });
    this.log.error('feed.record-set-aside', { jobKey, position, elementId: value.elementId }, error);
  }

  /** Records that wait for a person's help; those of sealed files are counted nowhere. */
  async aside(): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      'select count(*)::int as count from feed_fault where process_id <> all ($1)',
      [[...REPORT_PROCESSES]],
    );
    return row?.count ?? 0;
  }

  /** What was set aside, once more, in order: what was wrong may be mended by now. */
  async tryAgain(): Promise<void> {
    const aside = await this.database.query<{ position: string }[]>(
      `select position from feed_fault order by position limit ${ASIDE_AT_ONCE}`,
    );
    for (const { position } of aside) {
      try {
        const record = await this.engine.jobAt(Number(position));
        if (record) await this.apply(record, (manager) => takeBack(manager, position));
      } catch (error) {
        this.log.warn('feed.record-still-aside', { position: Number(position) }, error);
      }
    }
  }

  /**
   * The records that come next are no longer kept: the tasks are made as the engine has them now, and the feed goes on where it begins.
   * Records that are met again do nothing.
   */
  async startOver(oldest: number): Promise<void> {
    this.log.error('feed.history-gone', { position: oldest });
    const at = this.clock.now();
    const open = await this.engine.openTasks(at);
    for (const { task, variables } of open)
      await this.database
        .transaction((manager) => this.mirror.created(manager, task, variables))
        .catch((error: unknown) => {
          if (isPassing(error)) throw error; // all of it once more
          this.log.error('feed.task-missing', { jobKey: task.jobKey, elementId: task.elementId }, error);
        });
    const gone = await this.database.query<{ job_key: string }[]>(
      `select job_key from task where state = 'open' and job_key is not null and job_key <> all ($1::bigint[])`,
      [open.map(({ task }) => task.jobKey)],
    );
    for (const { job_key: jobKey } of gone)
      await this.database.transaction((manager) => this.mirror.canceled(manager, jobKey, at));
    await goOnFrom(this.database.manager, oldest);
  }

  /** `mine` answers false where another process has done it. */
  private async apply(record: JobRecord, mine: (manager: EntityManager) => Promise<boolean>): Promise<void> {
    const task = record.intent === 'CREATED' ? taskOf(record) : undefined;
    const variables = task && (await this.engine.variablesOf(task.instanceKey, task.elementInstanceKey));
    await this.database.transaction(async (manager) => {
      if (!(await mine(manager))) return;
      const at = new Date(record.timestamp);
      // A task whose element is no longer there was over before we read of it.
      if (task && variables) await this.mirror.created(manager, task, variables);
      if (record.intent === 'COMPLETED') await this.mirror.completed(manager, record.key, at);
      if (record.intent === 'CANCELED' || record.intent === 'ERROR_THROWN')
        await this.mirror.canceled(manager, record.key, at);
    });
  }
}

async function takeBack(manager: EntityManager, position: string): Promise<boolean> {
  const [taken] = await manager.query<[unknown[], number]>(
    'delete from feed_fault where position = $1 returning position',
    [position],
  );
  return taken.length > 0;
}

function codeOf(error: unknown): string {
  if (error instanceof Problem) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
