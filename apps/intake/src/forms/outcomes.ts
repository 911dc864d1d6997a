import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SealedCase, SealedCaseAnswers, TaskOutcome } from '@huiying/contracts';
import { Clock, ServiceClient } from '@huiying/platform';

/**
 * Outcomes of completed tasks. A form's answers reach the case by whichever comes first, the event `task.completed` or the job behind
 * the task; the second finds them taken.
 */
@Injectable()
export class Outcomes {
  constructor(
    private readonly services: ServiceClient,
    private readonly clock: Clock,
  ) {}

  read(outcomeId: string): Promise<TaskOutcome> {
    return this.services.get<TaskOutcome>('tasklist', `/internal/outcomes/${encodeURIComponent(outcomeId)}`);
  }

  /** What was answered in the tasks of a case that turns out to be an employee report. */
  async ofSealedCase(caseNo: string): Promise<SealedCaseAnswers['answers']> {
    const body: SealedCase = { caseNo };
    return (await this.services.post<SealedCaseAnswers>('tasklist', '/internal/sealed-cases/answers', body)).answers;
  }

  /** true for the first who takes it. */
  async take(manager: EntityManager, outcomeId: string): Promise<boolean> {
    const taken = await manager.query<unknown[]>(
      `INSERT INTO applied_outcome (outcome_id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING outcome_id`,
      [outcomeId, this.clock.now()],
    );
    return taken.length > 0;
  }
}
