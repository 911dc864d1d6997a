import { Injectable } from '@nestjs/common';
import type { FormId, TaskOutcome } from '@huiying/contracts';
import { defineProblems, Problem, ServiceClient } from '@huiying/platform';

defineProblems({
  'outcome-of-other-task': {
    zh: '流程带来的是另一个任务的结果：前一个任务没有填写表单就完成了',
    en: 'The process carries the outcome of another task: the one before was completed without its form',
  },
});

/** What the task completed last in a process instance said: variable `outcomeId`. */
@Injectable()
export class CompletedTask {
  constructor(private readonly services: ServiceClient) {}

  /**
   * @param forms of the tasks before the job. A task that another client of the engine completed has no outcome, and the variable still
   * names the one before it.
   * @throws Problem `outcome-missing`, `outcome-of-other-task` (faults: the job raises an incident)
   */
  async outcome(outcomeId: string | null | undefined, ...forms: FormId[]): Promise<TaskOutcome> {
    if (!outcomeId) throw new Problem('outcome-missing', 'fault');
    const path = `/internal/outcomes/${encodeURIComponent(outcomeId)}`;
    const outcome = await this.services.get<TaskOutcome>('tasklist', path);
    if (forms.length > 0 && !forms.some((formId) => formId === outcome.formId))
      throw new Problem('outcome-of-other-task', 'fault');
    return outcome;
  }
}
