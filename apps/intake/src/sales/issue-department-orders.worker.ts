import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { CompletedTask, ofJob } from '@huiying/service';
import { ZeebeWorker, type JobContext, type JobHandler, type JobOf } from '@huiying/zeebe';
import { CaseBook } from '../case/case-book.js';
import { WorkOrders } from './work-orders.js';

type Job = 'intake.issue-department-orders';

/** 投诉工作处理单 to every department whose opinion is asked, signed by whoever completed the task: the sales manager or above (R07.5). */
@ZeebeWorker('intake.issue-department-orders')
export class IssueDepartmentOrdersWorker implements JobHandler<Job> {
  constructor(
    private readonly book: CaseBook,
    private readonly orders: WorkOrders,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobOf<Job>, { manager }: JobContext): Promise<OutputOf<Job>> {
    const { level, departments, outcomeId, subjectNo } = job.variables;
    const row = await this.book.lock(manager, subjectNo);
    const task = await this.tasks.outcome(outcomeId, 'sales-complaint--handle');
    const workOrderId = await this.orders.keep(manager, row.caseNo, {
      purpose: 'departments',
      instanceKey: job.instanceKey,
      round: row.round,
      level,
      departments,
      taskId: task.taskId,
      issuedBy: task.completedBy,
      issuedAt: new Date(task.completedAt),
    });
    await this.outbox.event(manager, {
      ...ofJob(job, row.caseNo),
      actorId: task.completedBy,
      type: 'work-order.issued',
      data: { workOrderId, level, departments },
    });
    return {};
  }
}
