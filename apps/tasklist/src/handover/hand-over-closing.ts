import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Logger } from '@huiying/platform';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource, type EntityManager } from 'typeorm';
import { TaskEvents } from '../tasks/task-events.js';
import { TaskRelations } from '../tasks/task-relations.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { TaskStore } from '../tasks/task.typeorm-store.js';
import { HAND_OVER_PROCESS } from './hand-over-form.js';

/** Why such a task is withdrawn: the process that it stood in for takes the matter over now. */
const TAKEN_OVER = 'taken-over';

/**
 * 转办登记 ends when the process that it stood in for is deployed (architecture.md §3): its start message goes out, and the matter is in
 * the process's own tasks. What was registered before stays with the task.
 */
@Injectable()
export class HandOverClosing implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly models: PublishedModels,
    private readonly tasks: TaskStore,
    private readonly relations: TaskRelations,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.models.whenChanged(() => this.close());
    await this.close();
  }

  /** Every open one whose target is deployed; several replicas close each once. */
  async close(): Promise<void> {
    const deployed = this.models.deployedProcesses();
    const open = await this.database.manager.findBy(TaskEntity, { processId: HAND_OVER_PROCESS, state: 'open' });
    for (const { id, headers } of open) {
      if (!deployed.has(headers['target'] ?? '')) continue;
      await this.database.transaction((manager) => this.withdraw(manager, id));
    }
  }

  private async withdraw(manager: EntityManager, id: string): Promise<void> {
    const task = await this.tasks.find(manager, id, true);
    if (task?.state !== 'open') return;
    const gone: TaskEntity = { ...task, state: 'withdrawn', withdrawnBecause: TAKEN_OVER, endedAt: this.clock.now() };
    await this.tasks.update(manager, gone);
    await this.relations.ended(manager, gone);
    await this.events.tell(
      manager,
      'task.withdrawn',
      gone,
      'system',
      { consumer: 'model.published' },
      { because: 'gone' },
    );
    this.log.info('hand-over.taken-over', { taskId: id, caseNo: gone.caseNo, processId: gone.headers['target'] ?? '' });
  }
}
