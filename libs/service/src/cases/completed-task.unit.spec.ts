import type { ServiceClient } from '@huiying/platform';
import { CompletedTask } from './completed-task.js';

const OUTCOME = { id: 't1', formId: 'quality-escalation--survey-second' };
const tasks = new CompletedTask({ get: () => Promise.resolve(OUTCOME) } as unknown as ServiceClient);

describe('what the task before a job said', () => {
  it('R02.8 is of the form that the job goes by', async () => {
    expect(await tasks.outcome('t1')).toBe(OUTCOME);
    expect(await tasks.outcome('t1', 'quality-escalation--survey-second')).toBe(OUTCOME);
  });

  it('R02.8 is refused where the task before was completed without its form: no outcome, or that of an earlier task', async () => {
    const other = tasks.outcome('t1', 'quality-escalation--write-survey-report');
    await expect(other).rejects.toMatchObject({ code: 'outcome-of-other-task', kind: 'fault' });
    for (const none of [null, undefined, ''])
      await expect(tasks.outcome(none)).rejects.toMatchObject({ code: 'outcome-missing', kind: 'fault' });
  });
});
