import type { FormId, TaskOutcome } from '@huiying/contracts';
import { Logger, Problem, type ServiceClient } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { CompletedForms } from './completed-forms.js';
import type { FormRegistry } from './form-registry.js';
import type { OwnedForm } from './owned-form.js';

const FORM_ID: FormId = 'sales-complaint--handle';
const OUTCOME = { id: 't1', taskId: 't1', formId: FORM_ID, data: {} } as unknown as TaskOutcome;

describe('a completed form', () => {
  const completed = jest.fn<Promise<void>, [TaskOutcome]>();
  const log = Logger.silent();
  const error = jest.spyOn(log, 'error');
  const manager = {} as EntityManager;

  const deliver = (answer: () => Promise<TaskOutcome>) => {
    const registry = { find: () => ({ completed }) as unknown as OwnedForm } as unknown as FormRegistry;
    const forms = new CompletedForms(registry, { get: answer } as unknown as ServiceClient, log);
    const event = { id: 'e1', data: { taskId: 't1', process: 'sales-complaint', element: 'handle' } };
    return forms.deliver(event, manager, (formId) => formId === FORM_ID);
  };

  beforeEach(() => jest.clearAllMocks());

  it('R04.8 reaches its owner with the event that tells of it', async () => {
    await deliver(() => Promise.resolve(OUTCOME));
    expect(completed).toHaveBeenCalledWith(OUTCOME, { manager, causationId: 'e1' });
    expect(error).not.toHaveBeenCalled();
  });

  it('R03.8 of a task that another client of the engine completed there is none: passed over, named in the log', async () => {
    await deliver(() => Promise.reject(new Problem('not-found', 'missing')));
    expect(completed).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledWith('form.not-filled-in', { taskId: 't1', formId: FORM_ID });
  });

  it('R03.8 waits for a tasklist that cannot be reached', async () => {
    const away = new Problem('unavailable', 'unavailable');
    await expect(deliver(() => Promise.reject(away))).rejects.toBe(away);
    expect(error).not.toHaveBeenCalled();
  });
});
