import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import { WithdrawnJobs } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { EngineMonitoring } from './engine-monitoring.js';
import { TaskMirror } from './task-mirror.service.js';

/**
 * The relay found a completed task's job gone. With the engine's feed the feed says why: completed by an earlier try of the relay whose
 * answer was lost, or cancelled. Against a plain gateway nobody else tells, so the task counts as withdrawn.
 */
@Injectable()
export class TaskWithdrawals extends WithdrawnJobs {
  constructor(
    private readonly database: DataSource,
    private readonly engine: EngineMonitoring,
    private readonly mirror: TaskMirror,
    private readonly clock: Clock,
  ) {
    super();
  }

  async withdrawn(_taskId: string, jobKey: string): Promise<void> {
    if (this.engine.isThere) return;
    await this.database.transaction((manager) => this.mirror.canceled(manager, jobKey, this.clock.now()));
  }
}
