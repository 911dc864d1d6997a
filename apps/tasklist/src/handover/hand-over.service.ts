import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CandidateFinder } from '../tasks/candidates.js';
import { TaskEvents } from '../tasks/task-events.js';
import { TaskRelations } from '../tasks/task-relations.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { TaskStore } from '../tasks/task.typeorm-store.js';
import { HAND_OVER_ELEMENT, HAND_OVER_FORM, HAND_OVER_NAME, HAND_OVER_PROCESS } from './hand-over-form.js';

/** Process of a diverted case → role that its first task belongs to. What goes to another procedure leaves no task. */
const FIRST_ROLE: Readonly<Record<string, string>> = {
  'delivery-defect': 'project-customer-service',
  'inter-store-dispute': 'store-manager',
};

/** 转办登记 (architecture.md §3): while the target's process is not deployed, its first role has a task, so that nothing waits for nobody. */
@Injectable()
export class HandOver {
  constructor(
    private readonly models: PublishedModels,
    private readonly cases: CaseFacts,
    private readonly candidates: CandidateFinder,
    private readonly tasks: TaskStore,
    private readonly relations: TaskRelations,
    private readonly events: TaskEvents,
    private readonly clock: Clock,
  ) {}

  async register(manager: EntityManager, caseNo: string, orgId: string, target: string): Promise<void> {
    const role = FIRST_ROLE[target];
    if (role === undefined || this.models.deployedProcesses().has(target)) return;
    const found = await this.cases.find(caseNo);
    const { holdings, warning } = await this.candidates.find(manager, [role], { orgId, caseNo, found });
    const task: TaskEntity = {
      id: uuidv7(),
      jobKey: null,
      instanceKey: null,
      elementInstanceKey: null,
      subjectNo: caseNo,
      caseNo,
      orgId,
      orgType: found?.orgType ?? '',
      processId: HAND_OVER_PROCESS,
      processVersion: 1,
      elementId: HAND_OVER_ELEMENT,
      name: HAND_OVER_NAME,
      formId: HAND_OVER_FORM,
      candidateGroups: [role],
      unitIds: [],
      headers: { target },
      state: 'open',
      assigneeId: null,
      claimedAt: null,
      createdAt: this.clock.now(),
      endedAt: null,
      completedBy: null,
      withdrawnBecause: null,
      warning: warning ?? null,
      overdueOf: null,
      severity: found?.severity ?? null,
      keyCustomer: found?.keyCustomer ?? false,
      version: 1,
    };
    await this.tasks.insert(manager, task, holdings);
    await this.relations.opened(manager, task, holdings);
    await this.events.tell(manager, 'task.created', task, 'system', { consumer: 'case.diverted' }, {});
  }
}
