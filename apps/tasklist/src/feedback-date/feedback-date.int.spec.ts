import type { CaseDeadline, TaskDetail } from '@huiying/contracts';
import { BpmnError, type JobOf } from '@huiying/zeebe';
import { StartDeadlineWorker } from '../deadlines/start-deadline.worker.js';
import { Tasklist } from '../testing/tasklist-harness.js';
import { ChangeFeedbackDateWorker } from './change-feedback-date.worker.js';

const FEEDBACK = { processId: 'sales-complaint', elementId: 'give-feedback' } as const;

describe('the promised date of a sales complaint', () => {
  let tasklist: Tasklist;
  let caseNo: string;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  beforeEach(async () => {
    caseNo = await tasklist.fresh();
  });
  afterAll(() => tasklist.stop());

  const job = (type: string, headers: Record<string, string>, variables: object) =>
    ({
      key: '1',
      type,
      variables: { subjectNo: caseNo, caseNo, orgId: 'FH01', orgType: 'developer', ...variables },
      headers,
      processId: 'sales-complaint',
      processVersion: 1,
      elementId: 'x',
      elementInstanceKey: '2',
      instanceKey: '3',
    }) as unknown as JobOf<never>;
  const promise = (promisedOn: string | null) =>
    tasklist.inTransaction((manager) =>
      tasklist.service.app
        .get(StartDeadlineWorker)
        .handle(
          job('tasklist.start-deadline', { limits: 'R07.6', deadlineDate: 'promisedOn' }, { promisedOn }) as never,
          { manager },
        ),
    );
  const change = (newDate: string, consent = true) =>
    tasklist.inTransaction((manager) =>
      tasklist.service.app
        .get(ChangeFeedbackDateWorker)
        .handle(job('tasklist.change-feedback-date', {}, { newDate, consent }) as never, { manager }),
    );
  const limits = async () =>
    (await tasklist.as<CaseDeadline[]>('desk', 'GET', `/api/cases/${caseNo}/deadlines`)).body.map(
      ({ limitId, state, dueAt }) => [limitId, state, dueAt.slice(0, 10)],
    );

  it('R07.6 R07.1 promised 9 March: missed with 10 March; nothing promised: five working days', async () => {
    await promise('2026-03-09');
    tasklist.clock.set('2026-03-09T23:59:59+08:00');
    await tasklist.fire();
    expect(await limits()).toEqual([['R07.6', 'running', '2026-03-09']]);
    tasklist.clock.set('2026-03-10T00:00:00+08:00');
    await tasklist.fire();
    expect(await limits()).toEqual([['R07.6', 'missed', '2026-03-09']]);
    await tasklist.fresh().then((next) => (caseNo = next));
    await promise(null);
    expect(await limits()).toEqual([['R07.6', 'running', '2026-03-09']]);
  });

  it('R07.7 promised 5 March: on that day to the 9th, then to the 12th; a third change is refused', async () => {
    await promise('2026-03-05');
    tasklist.clock.set('2026-03-05T16:00:00+08:00');
    expect(await change('2026-03-09')).toEqual({ promisedOn: '2026-03-09' });
    expect(await change('2026-03-12')).toEqual({ promisedOn: '2026-03-12' });
    expect(await change('2026-03-16')).toBeInstanceOf(BpmnError);
    expect(await limits()).toEqual([
      ['R07.6', 'replaced', '2026-03-05'],
      ['R07.6', 'replaced', '2026-03-09'],
      ['R07.6', 'running', '2026-03-12'],
    ]);
    expect(await tasklist.events('feedback-date.changed')).toEqual([
      expect.objectContaining({ from: '2026-03-05', newDate: '2026-03-09', change: 1 }),
      expect.objectContaining({ from: '2026-03-09', newDate: '2026-03-12', change: 2 }),
    ]);
  });

  it('R07.7 on 6 March for 5 March it is refused, and so it is without consent or a promise', async () => {
    expect(await change('2026-03-09')).toBeInstanceOf(BpmnError);
    await promise('2026-03-05');
    expect(await change('2026-03-09', false)).toBeInstanceOf(BpmnError);
    tasklist.clock.set('2026-03-06T00:00:00+08:00');
    expect(await change('2026-03-09')).toBeInstanceOf(BpmnError);
    expect(await limits()).toEqual([['R07.6', 'missed', '2026-03-05']]);
  });

  it('R07.6 R07.7 the open task takes the promise up, keeps the new one, and its completion meets it; no other route moves it', async () => {
    await promise('2026-03-05');
    const headers = { form: 'x', deadlineRule: 'R07.6', deadlineDate: 'promisedOn' };
    const { id } = await tasklist.task({ ...FEEDBACK, headers }, { promisedOn: '2026-03-05' });
    await change('2026-03-09');
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    const shown = (await tasklist.as<TaskDetail>('li', 'GET', `/api/tasks/${id}`)).body;
    expect(shown).toMatchObject({ id });
    expect(shown.due).toContain('2026-03-09');
    expect(shown.may.agreeDate).toBe(false);
    const around = await tasklist.as('li', 'POST', `/api/tasks/${id}/agreed-date`, {
      date: '2026-03-20',
      consent: true,
    });
    expect(around.status).toBe(422);
    expect(await limits()).toEqual([
      ['R07.6', 'replaced', '2026-03-05'],
      ['R07.6', 'running', '2026-03-09'],
    ]);
  });

  it('R07.1 a first promise that passed before anybody could handle is missed; one of an earlier round is none', async () => {
    tasklist.clock.set('2026-03-10T09:00:00+08:00');
    await promise('2026-03-09');
    await tasklist.fire();
    expect(await limits()).toEqual([['R07.6', 'missed', '2026-03-09']]);
    tasklist.clock.set('2026-03-16T09:00:00+08:00');
    await promise('2026-03-09');
    expect((await limits()).at(-1)).toEqual(['R07.6', 'running', '2026-03-23']);
    expect(await change('2026-03-24')).toEqual({ promisedOn: '2026-03-24' });
    expect((await tasklist.events('feedback-date.changed')).at(-1)).toMatchObject({ change: 1 });
  });

  it('R07.3 settled by the salesperson on 2 March 10:00, the superior is to be told by 3 March 23:59:59', async () => {
    await tasklist.task({
      processId: 'sales-complaint',
      elementId: 'report-superior',
      formId: null,
      headers: { form: 'x', deadlineRule: 'R07.3' },
    });
    const { body } = await tasklist.as<CaseDeadline[]>('desk', 'GET', `/api/cases/${caseNo}/deadlines`);
    expect(body.map(({ limitId, dueAt }) => [limitId, dueAt])).toEqual([['R07.3', '2026-03-03T23:59:59+08:00']]);
  });
});
