import { Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { defineProblems, Problem, ServiceClient } from '@huiying/platform';

defineProblems({
  'outcome-missing': { zh: '流程没有带上任务结果', en: 'The process carries no outcome of a task' },
});

/** What the task completed last in a process instance said: variable `outcomeId`. */
@Injectable()
export class CompletedTask {
  constructor(private readonly services: ServiceClient) {}

  async outcome(outcomeId: string | null | undefined): Promise<TaskOutcome> {
    if (!outcomeId) throw new Problem('outcome-missing', 'fault');
    return this.services.get<TaskOutcome>('tasklist', `/internal/outcomes/${encodeURIComponent(outcomeId)}`);
  }
}
