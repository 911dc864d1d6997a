import { Outbox } from '@huiying/events';
import { defineProblems, Problem } from '@huiying/platform';
import { CompletedTask, ofJob } from '@huiying/service';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { CaseBook } from '../case/case-book.js';
import { groupOfLevel } from './ladder.decider.js';
import { WorkOrders } from './work-orders.js';

type Job = 'intake.issue-work-order';

defineProblems({
  'level-skipped': { zh: '只能从本案所在的一级上报上一级', en: 'A case climbs by one level, from the one it is at' },
});

/** 工作处理单逐级上报: the case climbs from its own level to the next, never further (R07.4). */
@ZeebeWorker('intake.issue-work-order')
export class IssueWorkOrderWorker implements JobHandler<Job> {
  constructor(
    private readonly book: CaseBook,
    private readonly orders: WorkOrders,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Problem `level-skipped` (fault) for another level than the one that this handling has reached */
  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<{ level: number }> {
    const row = await this.book.lock(manager, job.variables.subjectNo);
    const { level } = job.variables;
    if (level !== (await this.orders.levelOf(manager, job.instanceKey))) throw new Problem('level-skipped', 'fault');
    const task = await this.tasks.outcome(job.variables.outcomeId, 'sales-complaint--handle');
    const to = level + 1;
    const toGroup = groupOfLevel(to);
    const workOrderId = await this.orders.keep(manager, row.caseNo, {
      purpose: 'climb',
      instanceKey: job.instanceKey,
      round: row.round,
      level,
      departments: [toGroup],
      taskId: task.taskId,
      issuedBy: task.completedBy,
      issuedAt: new Date(task.completedAt),
    });
    await this.book.change(manager, row, { level: to });
    const about = { ...ofJob(job, row.caseNo), actorId: task.completedBy };
    await this.outbox.event(manager, {
      ...about,
      type: 'work-order.issued',
      data: { workOrderId, level, departments: [toGroup] },
    });
    await this.outbox.event(manager, {
      ...about,
      type: 'case.level-raised',
      data: { process: 'sales-complaint', from: level, to, toGroup },
    });
    return { level: to };
  }
}
