import type { OutputOf } from '@huiying/contracts';
import { Problem } from '@huiying/platform';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { Escalations } from './escalations.js';
import { Superiors } from './superiors.js';

/** Names the superior who has to act on a missed limit; the task goes to exactly that role at that unit. */
@ZeebeWorker('tasklist.find-superior')
export class FindSuperiorWorker implements JobHandler<'tasklist.find-superior'> {
  constructor(
    private readonly escalations: Escalations,
    private readonly superiors: Superiors,
  ) {}

  async handle(
    job: JobOf<'tasklist.find-superior'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'tasklist.find-superior'>> {
    const escalation = await this.escalations.find(manager, job.variables.subjectNo);
    if (!escalation) throw new Problem('escalation-unknown', 'fault');
    const superior = await this.superiors.find(manager, escalation);
    await this.escalations.name(manager, escalation.key, superior);
    return { superiorGroup: superior.role, level: escalation.level };
  }
}
