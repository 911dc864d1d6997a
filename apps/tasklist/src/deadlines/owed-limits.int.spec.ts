import type { CaseDeadline, TaskPage } from '@huiying/contracts';
import { FindSuperiorWorker } from '../escalation/find-superior.worker.js';
import { Tasklist } from '../testing/tasklist-harness.js';
import { DeadlinesConsumer } from './deadlines.consumer.js';
import { StartDeadlineWorker } from './start-deadline.worker.js';

type Meeting =
  'onRequested' | 'onAccepted' | 'onDispatched' | 'onDecision' | 'onDiverted' | 'onEnded' | 'onMeeting' | 'onNotice';

/** Nothing is late unseen, and nothing is late for ever: what becomes of a limit that was missed, of one whose case ends, of one asked for again. */
describe('limits that were missed', () => {
  let tasklist: Tasklist;
  let caseNo: string;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  beforeEach(async () => {
    caseNo = await tasklist.fresh();
  });
  afterAll(() => tasklist.stop());

  const at = (day: string, time = '10:00:00') => tasklist.clock.set(`${day}T${time}+08:00`);
  const job = (type: string, headers: Record<string, string>, variables: object = {}) =>
    ({
      ...{ key: '1', type, headers, processId: 'x', processVersion: 1, elementId: 'x' },
      variables: { subjectNo: caseNo, caseNo, orgId: 'FH01', orgType: 'developer', ...variables },
    }) as never;
  const start = (limits: string) =>
    tasklist.inTransaction((manager) =>
      tasklist.service.app.get(StartDeadlineWorker).handle(job('tasklist.start-deadline', { limits }), { manager }),
    );
  const task = (processId: string, elementId: string, deadlineRule?: string, variables: object = {}) =>
    tasklist.task(
      { processId, elementId, formId: null, headers: { form: 'x', ...(deadlineRule && { deadlineRule }) } },
      { ...variables },
    );
  const done = async (id: string) => {
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    expect((await tasklist.as('li', 'POST', `/api/tasks/${id}/complete`, { data: {} })).status).toBe(200);
  };
  /** An event of the moment `at`, heard now. */
  const hear = (method: Meeting, type: string, data: object = {}) =>
    tasklist.inTransaction((manager) => {
      const now = tasklist.clock.now().toISOString();
      const event = { id: `${type}-${now}`, type, subject: caseNo };
      const said = { caseNo, orgId: 'FH01', actorId: 'system', at: now, ...data };
      const consumer = tasklist.service.app.get(DeadlinesConsumer);
      return consumer[method]({ ...event, data: said } as never, { manager } as never);
    });
  const limits = async (limitId: string) => {
    await tasklist.fire();
    const { body } = await tasklist.as<CaseDeadline[]>('desk', 'GET', `/api/cases/${caseNo}/deadlines`);
    return body.filter((one) => one.limitId === limitId);
  };
  const statesOf = async (limitId: string) => (await limits(limitId)).map(({ dueAt, state }) => [dueAt, state]);
  const shown = async () =>
    (await tasklist.as<TaskPage>('li', 'GET', `/api/tasks?view=group&caseNo=${caseNo}`)).body.items;
  const keysOf = async (type: string) =>
    (await tasklist.waiting('message')).filter((one) => one.type === type).map(({ key }) => key);

  it('R03.8 R04.13 the outer limit that passed stays on every open task of its case until the outcome is told', async () => {
    await start('R04.13');
    await task('investigation', 'write-report');
    at('2026-03-26');
    await tasklist.fire();
    const [late] = await shown();
    expect(late?.deadline).toMatchObject({ limitId: 'R04.13', state: 'missed', remaining: { amount: -3, unit: 'd' } });
    at('2026-03-27');
    await hear('onMeeting', 'outcome.notified');
    expect((await shown())[0]?.deadline).toBeUndefined();
    at('2026-04-30');
    const [told] = await limits('R04.13');
    expect(told).toMatchObject({ state: 'missed', settledAt: '2026-03-27T10:00:00+08:00' });
    expect(told?.remaining).toEqual({ amount: -4, unit: 'd' });
    expect(await tasklist.events('deadline.met')).toMatchObject([
      { limitId: 'R04.13', usedPercent: expect.any(Number) },
    ]);
  });

  it('R03.8 R02.3 a task that comes after the miss takes the limit up: one delay, one superior; done late it is owed no more', async () => {
    tasklist.case({ kind: 'construction-quality', topic: 'house-quality', handlingProcess: 'quality-escalation' });
    await start('R02.3');
    at('2026-03-03');
    const { id } = await task('quality-escalation', 'survey-first', 'R02.3');
    expect(await statesOf('R02.3')).toEqual([['2026-03-02T18:00:00+08:00', 'missed']]);
    expect(await keysOf('start-overdue-escalation')).toEqual([`${caseNo}:R02.3:1`]);
    expect((await shown())[0]?.deadline).toMatchObject({ limitId: 'R02.3', state: 'missed' });
    await hear('onMeeting', 'survey.done', { level: 1 });
    await done(id);
    at('2026-03-20');
    expect(await limits('R02.3')).toMatchObject([{ settledAt: '2026-03-03T10:00:00+08:00', state: 'missed' }]);
  });

  it('R03.8 done in time and told after the end: it was met, and whoever was asked about the delay is let off', async () => {
    await start('R04.13');
    at('2026-03-24', '00:00:01');
    await tasklist.fire();
    expect(await keysOf('start-overdue-escalation')).toEqual([`${caseNo}:R04.13:1`]);
    await hear('onMeeting', 'outcome.notified', { at: '2026-03-23T23:59:50+08:00' });
    expect(await statesOf('R04.13')).toEqual([['2026-03-23T23:59:59+08:00', 'met']]);
    expect(await keysOf('overdue-over')).toEqual([`${caseNo}:R04.13:1`]);
  });

  it('R03.8 the highest superior is asked, and once more, but not anew every day for ever', async () => {
    await task('decide-and-answer', 'decide', 'R04.8');
    at('2026-03-17');
    await tasklist.fire();
    const asked: string[] = [];
    for (let days = 1; days <= 8; days++) {
      const key = (await keysOf('start-overdue-escalation')).at(-1) ?? '';
      if (!asked.includes(key)) {
        const found = job('tasklist.find-superior', {}, { subjectNo: key, overdueNo: caseNo, limitId: 'R04.8' });
        await tasklist.inTransaction((manager) =>
          tasklist.service.app.get(FindSuperiorWorker).handle(found, { manager }),
        );
        await task('overdue-escalation', 'act-on-overdue', 'R03.8', { subjectNo: key });
        asked.push(key);
      }
      tasklist.clock.add(4 * 86_400_000);
      await tasklist.fire();
    }
    const superiors = await tasklist.query<{ who: string }>(
      `select superior_role || '@' || superior_unit_id as who from tasklist.escalation where overdue_no = $1 order by level`,
      [caseNo],
    );
    expect(superiors.map(({ who }) => who)).toEqual([
      'project-head@FH01-KF',
      'general-manager@FH01',
      'group-executive@JT',
      'group-executive@JT',
    ]);
    expect(asked).toHaveLength(4);
  });

  it('R03.8 R04.12 a window that passed, and what its case left undone, are not late for ever', async () => {
    await start('R04.12');
    await start('R04.13');
    at('2026-03-24');
    await tasklist.fire();
    at('2026-03-25');
    await hear('onEnded', 'case.withdrawn');
    at('2026-06-30');
    expect(await limits('R04.12')).toMatchObject([{ state: 'missed', settledAt: '2026-03-24T00:00:00+08:00' }]);
    expect(await limits('R04.13')).toMatchObject([{ state: 'missed', settledAt: '2026-03-25T10:00:00+08:00' }]);
  });

  it('R11.7 a payment that was chased shows the days that it was given anew, not those that are over', async () => {
    await start('R11.7');
    const { id } = await task('penalty-collection', 'confirm-payment', 'R11.7');
    const first = (await limits('R11.7'))[0]?.dueAt ?? '';
    at('2026-03-10');
    await tasklist.fire();
    const deadline = async () => (await shown()).find((one) => one.id === id)?.deadline;
    expect(await deadline()).toMatchObject({ limitId: 'R11.7', state: 'missed', dueAt: first });
    await start('R11.7');
    const [, second] = await statesOf('R11.7');
    expect(second?.[1]).toBe('running');
    expect(await deadline()).toMatchObject({ limitId: 'R11.7', state: 'running', dueAt: second?.[0] });
  });

  it('R04.13 what is done, be it late, is not extended any more', async () => {
    const { id } = await task('decide-and-answer', 'decide', 'R04.8');
    at('2026-03-18');
    await tasklist.fire();
    await done(id);
    const asked = { limitId: 'R04.8', days: 3, reason: '等检测' };
    const { status, body } = await tasklist.as('li', 'POST', `/api/cases/${caseNo}/extension-requests`, asked);
    expect([status, body['type']]).toEqual([422, 'limit-not-running']);
  });

  it.each([
    ['onEnded', 'case.withdrawn'],
    ['onEnded', 'case.archived'],
    ['onDiverted', 'case.diverted'],
  ] as const)(
    'R08.8 R08.10 %s %s: the emergency goes on, and so do its hour and its superior',
    async (method, type) => {
      await task('emergency-response', 'form-team', 'R08.8#team');
      await start('R04.13');
      at('2026-03-02', '10:30:00');
      await hear(method, type);
      expect(await statesOf('R08.8#team')).toEqual([['2026-03-02T11:00:00+08:00', 'running']]);
      expect(await limits('R04.13')).toMatchObject([{ state: 'ended' }]);
      at('2026-03-02', '11:30:00');
      await tasklist.fire();
      const key = `${caseNo}:R08.8#team:1`;
      expect(await keysOf('start-overdue-escalation')).toEqual([key]);
      const superior = tasklist.service.app.get(FindSuperiorWorker);
      await tasklist.inTransaction((manager) =>
        superior.handle(
          job('tasklist.find-superior', {}, { subjectNo: key, overdueNo: caseNo, limitId: 'R08.8#team' }),
          { manager },
        ),
      );
      await tasklist.task(
        { processId: 'overdue-escalation', elementId: 'act-on-overdue', headers: { form: 'x', deadlineRule: 'R03.8' } },
        { subjectNo: key },
      );
      await hear(method, type, { id: 'again' });
      expect(await keysOf('overdue-over')).toEqual([]);
      expect(await limits('R03.8')).toMatchObject([{ state: 'running' }]);
    },
  );

  it('R01.8 the measure of a diverted case began before the news of the diversion: its progress is told all the same', async () => {
    await task('measure-follow-up', 'carry-out', 'R01.5', { subjectNo: `${caseNo}-M1` });
    await hear('onDiverted', 'case.diverted');
    expect(await limits('R01.8')).toMatchObject([{ state: 'running' }]);
  });

  it('R09.4 signed again in a later round: due the day of the task, not missed by weeks', async () => {
    await hear('onAccepted', 'case.accepted');
    await done((await task('complaint-handling', 'sign', 'R09.4')).id);
    at('2026-03-20');
    await hear('onMeeting', 'outcome.notified');
    at('2026-03-26');
    await task('complaint-handling', 'sign', 'R09.4');
    expect(await statesOf('R09.4')).toEqual([
      ['2026-03-02T18:00:00+08:00', 'met'],
      ['2026-03-26T18:00:00+08:00', 'running'],
    ]);
  });

  it('R04.11 the decision was told in time: the closing notice weeks later is not late by them', async () => {
    await hear('onDecision', 'decision.issued');
    await task('notify-complainant', 'tell-in-person', 'R04.11');
    at('2026-03-03');
    await hear('onNotice', 'notice.sent', { template: 'decision', channel: 'letter' });
    at('2026-03-26');
    await task('notify-complainant', 'tell-in-person', 'R04.11');
    expect(await statesOf('R04.11')).toEqual([
      ['2026-03-05T23:59:59+08:00', 'met'],
      ['2026-03-31T23:59:59+08:00', 'running'],
    ]);
  });

  it('R04.11 the decision was told before anybody heard that it is to be told: nothing is left to be late', async () => {
    const from = tasklist.clock.now().toISOString();
    at('2026-03-02', '10:01:00');
    await hear('onNotice', 'notice.sent', { template: 'decision', channel: 'email' });
    await hear('onRequested', 'limits.requested', { subjectNo: caseNo, limits: ['R04.11'], from });
    expect(await limits('R04.11')).toEqual([]);
    at('2026-03-20');
    const later = tasklist.clock.now().toISOString();
    await hear('onRequested', 'limits.requested', { subjectNo: caseNo, limits: ['R04.11'], from: later });
    expect(await statesOf('R04.11')).toEqual([['2026-03-25T23:59:59+08:00', 'running']]);
  });

  it('R09.7 three days from the receipt by the department, however long the order lay there', async () => {
    const { id } = await task('department-handling', 'take-order', 'R09.7#same-day');
    at('2026-03-04');
    await tasklist.fire();
    await done(id);
    await start('R09.7');
    expect(await statesOf('R09.7')).toEqual([['2026-03-05T23:59:59+08:00', 'running']]);
  });
});
