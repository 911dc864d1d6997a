import { type CaseDeadline, LIMITS, type TaskDetail } from '@huiying/contracts';
import { eventually } from '@huiying/events/testing';
import type { FormSubject } from '@huiying/forms';
import type { JobOf } from '@huiying/zeebe';
import { ApproveExtensionForm } from '../extensions/approve-extension.form.js';
import { ExtendDeadlineWorker } from '../extensions/extend-deadline.worker.js';
import { CheckExtensionWorker } from '../extensions/check-extension.worker.js';
import { CalendarAdmin } from '../calendar/calendar-admin.service.js';
import { ActOnOverdueForm } from '../escalation/act-on-overdue.form.js';
import { FindSuperiorWorker } from '../escalation/find-superior.worker.js';
import { Tasklist } from '../testing/tasklist-harness.js';
import { DeadlinesConsumer } from './deadlines.consumer.js';
import { PauseDeadlinesWorker } from './pause-deadlines.worker.js';
import { ResumeDeadlinesWorker } from './resume-deadlines.worker.js';
import { StartDeadlineWorker } from './start-deadline.worker.js';

describe('the deadline clock', () => {
  let tasklist: Tasklist;
  let caseNo: string;

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  beforeEach(async () => {
    caseNo = await tasklist.fresh();
  });
  afterAll(() => tasklist.stop());

  const job = (type: string, headers: Record<string, string> = {}, variables: object = {}) =>
    ({
      key: '1',
      type,
      variables: { subjectNo: caseNo, caseNo, orgId: 'FH01', orgType: 'developer', ...variables },
      headers,
      processId: 'eligibility-check',
      processVersion: 1,
      elementId: 'x',
      elementInstanceKey: '2',
      instanceKey: '3',
    }) as unknown as JobOf<never>;

  const work = (worker: { handle: (job: never, context: never) => Promise<unknown> }, todo: JobOf<never>) =>
    tasklist.inTransaction((manager) => worker.handle(todo as never, { manager } as never));
  const start = (limits: string, variables: object = {}) =>
    work(tasklist.service.app.get(StartDeadlineWorker), job('tasklist.start-deadline', { limits }, variables));
  const limits = async () => (await tasklist.as<CaseDeadline[]>('desk', 'GET', `/api/cases/${caseNo}/deadlines`)).body;
  const dueOf = async (limitId: string) => (await limits()).findLast((one) => one.limitId === limitId)?.dueAt;
  const stateOf = async (limitId: string) => (await limits()).findLast((one) => one.limitId === limitId)?.state;

  it('R04.13 starts what has a row for the organisation’s type, from the receipt', async () => {
    tasklist.clock.set('2026-03-03T09:00:00+08:00');
    await start('R04.13,R01.4,R13.1,R02.3');
    expect((await limits()).map((one) => [one.limitId, one.startedAt, one.dueAt])).toEqual([
      ['R04.13', '2026-03-02T10:00:00+08:00', '2026-03-23T23:59:59+08:00'],
    ]);
  });

  it('R02.3 R09.9 runs for a quality case of a developer to closing time', async () => {
    tasklist.case({ kind: 'construction-quality', topic: 'house-quality' });
    await start('R02.3');
    expect(await dueOf('R02.3')).toBe('2026-03-02T18:00:00+08:00');
  });

  it('R12.4 halves the department’s time for a key customer', async () => {
    tasklist.case({ keyCustomer: true });
    await start('R04.13');
    expect(await dueOf('R04.13')).toBe('2026-03-12T23:59:59+08:00');
  });

  it('R01.2 pauses while the complainant is asked and moves the end by three working days', async () => {
    await tasklist.task({ headers: { form: 'x', deadlineRule: 'R04.4,R13.3' }, formId: null });
    expect(await dueOf('R04.4')).toBe('2026-03-05T23:59:59+08:00');
    tasklist.clock.set('2026-03-03T11:00:00+08:00');
    await work(tasklist.service.app.get(PauseDeadlinesWorker), job('tasklist.pause-deadlines', { limits: 'R01.2' }));
    const paused = await limits();
    expect(paused.map((one) => [one.limitId, one.state, one.pausedFor])).toEqual([
      ['R04.4', 'paused', 'supplement'],
      ['R01.2', 'running', undefined],
    ]);
    expect(await dueOf('R01.2')).toBe('2026-03-17T23:59:59+08:00');
    tasklist.clock.set('2026-03-06T09:00:00+08:00');
    await work(tasklist.service.app.get(ResumeDeadlinesWorker), job('tasklist.resume-deadlines'));
    expect(await dueOf('R04.4')).toBe('2026-03-10T23:59:59+08:00');
    expect(await stateOf('R01.2')).toBe('met');
    expect(await tasklist.events('deadline.paused')).toHaveLength(1);
    expect((await tasklist.events('deadline.resumed'))[0]).toMatchObject({ limitId: 'R04.4', pausedUnits: 3 });
  });

  it('R01.2 the window that passes is told to the model and is no delay', async () => {
    await start('R01.2');
    tasklist.clock.set('2026-03-16T23:59:59+08:00');
    await tasklist.fire();
    expect(await tasklist.waiting('message')).toEqual([]);
    tasklist.clock.set('2026-03-17T00:00:00+08:00');
    await tasklist.fire();
    expect(await tasklist.waiting('message')).toMatchObject([
      {
        type: 'deadline-reached',
        key: `${caseNo}:R01.2`,
        data: { variables: { limitId: 'R01.2', severity: 'general' } },
      },
    ]);
  });

  it('R03.8 a missed limit is warned, missed, and goes to the superior; the superior’s own delay one higher', async () => {
    const { id } = await tasklist.task({ headers: { form: 'x', deadlineRule: 'R04.8' }, formId: null });
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    tasklist.clock.set('2026-03-17T00:00:00+08:00');
    await tasklist.fire();
    for (const type of ['deadline.warned', 'deadline.missed']) expect(await tasklist.events(type)).toHaveLength(1);
    const key = `${caseNo}:R04.8:1`;
    const escalation = (await tasklist.waiting('message')).find(({ type }) => type === 'start-overdue-escalation');
    expect(escalation).toMatchObject({
      key,
      data: {
        startsProcess: 'overdue-escalation',
        ttlMs: 0,
        variables: { subjectNo: key, overdueNo: caseNo, limitId: 'R04.8', level: 1 },
      },
    });
    const superior = tasklist.service.app.get(FindSuperiorWorker);
    const found = await work(
      superior,
      job('tasklist.find-superior', {}, { subjectNo: key, overdueNo: caseNo, limitId: 'R04.8' }),
    );
    expect(found).toEqual({ superiorGroup: 'project-head', level: 1 });
    const form = tasklist.service.app.get(ActOnOverdueForm);
    expect(await form.start({ subjectNo: key } as FormSubject)).toEqual({
      overdue: `${caseNo} ${LIMITS['R04.8'].zh} （R04.8）\n期限：2026-03-16 23:59\n未办：decide（li）`,
    });
    await tasklist.as('li', 'POST', `/api/tasks/${id}/release`);
    expect((await form.start({ subjectNo: key } as FormSubject))['overdue']).toMatch(/未办：decide（.+ 无人认领）$/);
    const act = { processId: 'overdue-escalation', elementId: 'act-on-overdue', groups: ['project-head'] };
    const own = { headers: { form: 'x', deadlineRule: 'R03.8' }, formId: null };
    await tasklist.task({ ...act, ...own }, { subjectNo: key });
    const [task] = (await tasklist.as<{ items: TaskDetail[] }>('headkf', 'GET', '/api/tasks?view=group')).body.items;
    expect(task).toMatchObject({ element: 'act-on-overdue', overdueOf: 'R04.8' });
    tasklist.clock.set('2026-03-19T00:00:00+08:00');
    await tasklist.fire();
    const next = (await tasklist.waiting('message')).filter(({ type }) => type === 'start-overdue-escalation').at(-1);
    expect(next).toMatchObject({
      key: `${key}.2`,
      data: { variables: { level: 2, limitId: 'R04.8', overdueNo: caseNo } },
    });
    const second = await work(
      superior,
      job('tasklist.find-superior', {}, { subjectNo: `${key}.2`, overdueNo: caseNo, limitId: 'R04.8' }),
    );
    expect(second).toMatchObject({ level: 2 });
    expect((second as { superiorGroup: string }).superiorGroup).not.toBe('project-head');
    const ended = {
      type: 'case.withdrawn',
      subject: caseNo,
      id: 'e1',
      data: { caseNo: caseNo, orgId: 'FH01', at: '2026-03-19T09:00:00+08:00', actorId: 'complainant' },
    };
    tasklist.clock.set('2026-03-19T09:00:00+08:00');
    await tasklist.inTransaction((manager) =>
      tasklist.service.app.get(DeadlinesConsumer).onEnded(ended as never, { manager, group: 'tasklist.deadlines' }),
    );
    const over = (await tasklist.waiting('message'))
      .filter(({ type }) => type === 'overdue-over')
      .map((sent) => sent.key);
    expect(over).toEqual([key, `${key}.2`]);
  });

  it('R04.13 an extension needs approval by another, and never passes the maximum', async () => {
    await start('R04.13');
    const { id } = await tasklist.task();
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    const ask = (days: number, limitId = 'R04.13') =>
      tasklist.as('li', 'POST', `/api/cases/${caseNo}/extension-requests`, { limitId, days, reason: '等第三方检测' });
    expect((await ask(5, 'R09.7')).status).toBe(422);
    expect((await ask(46)).body).toEqual({ requestId: `${caseNo}-Y1` });
    expect((await ask(10)).body['type']).toBe('extension-pending');
    expect((await tasklist.waiting('message')).at(-1)).toMatchObject({
      type: 'extension-requested',
      key: caseNo,
      data: { variables: { requestId: `${caseNo}-Y1` } },
    });
    const check = tasklist.service.app.get(CheckExtensionWorker);
    const beyond = await work(check, job('tasklist.check-extension', {}, { subjectNo: `${caseNo}-Y1` }));
    expect(beyond).toMatchObject({ code: 'extension-beyond-maximum' });
    expect((await tasklist.events('deadline.extension-refused'))[0]).toMatchObject({
      extraDays: 46,
      because: 'beyond-maximum',
    });
    expect((await ask(45)).body).toEqual({ requestId: `${caseNo}-Y2` });
    expect(await work(check, job('tasklist.check-extension', {}, { subjectNo: `${caseNo}-Y2` }))).toMatchObject({
      limitId: 'R04.13',
      severity: 'general',
    });
    const form = 'extension-approval--approve-extension';
    const approval = {
      processId: 'extension-approval',
      elementId: 'approve-extension',
      formId: form,
      groups: ['customer-service'],
    };
    const asked = await tasklist.task({ ...approval, headers: { form } }, { subjectNo: `${caseNo}-Y2` });
    expect((await tasklist.as('li', 'POST', `/api/tasks/${asked.id}/claim`)).status).toBe(403);
    await tasklist.as('wang', 'POST', `/api/tasks/${asked.id}/claim`);
    const approve = (extraDays: number) =>
      tasklist.as('wang', 'POST', `/api/tasks/${asked.id}/complete`, {
        data: { approved: true, extraDays, opinion: '同意' },
      });
    const tooFar = await approve(46);
    expect([tooFar.status, (tooFar.body['errors'] as { code: string }[])[0]?.code]).toEqual([
      422,
      'extension-beyond-maximum',
    ]);
    expect((await approve(45)).status).toBe(200);
    expect((await tasklist.waiting('job')).at(-1)).toMatchObject({
      data: { variables: { approved: true, extraDays: 45 } },
    });
    await work(
      tasklist.service.app.get(ExtendDeadlineWorker),
      job('tasklist.extend-deadline', {}, { subjectNo: `${caseNo}-Y2`, limitId: 'R04.13', extraDays: 45 }),
    );
    expect((await limits())[0]).toMatchObject({
      dueAt: '2026-05-28T23:59:59+08:00',
      state: 'running',
      extended: { previousDueAt: '2026-03-23T23:59:59+08:00', byDays: 45 },
    });
    // The event of the approval comes after the job: the request stays done, and the next one may be asked for.
    const outcome = { subjectNo: `${caseNo}-Y2`, completedBy: 'wang', variables: { approved: true, extraDays: 45 } };
    await tasklist.inTransaction((manager) =>
      tasklist.service.app.get(ApproveExtensionForm).completed(outcome as never, { manager, causationId: 'e1' }),
    );
    expect((await ask(1)).body).toEqual({ requestId: `${caseNo}-Y3` });
    // What the letter says, while the event of the new end is on its way.
    const told = await fetch(`${tasklist.service.internalUrl}/internal/extensions/${caseNo}`, {
      headers: { authorization: `Bearer ${await tasklist.service.serviceToken()}` },
    });
    expect(await told.json()).toEqual({
      items: [
        {
          requestId: `${caseNo}-Y2`,
          limitId: 'R04.13',
          newDueAt: '2026-05-28T23:59:59+08:00',
          reason: '等第三方检测',
        },
      ],
    });
  });

  it('R02.7 an agreed date replaces the limit of the open task, with consent alone', async () => {
    const { id } = await tasklist.task({ headers: { form: 'x', deadlineRule: 'R02.7' }, formId: null });
    await tasklist.as('li', 'POST', `/api/tasks/${id}/claim`);
    const agree = (body: object) => tasklist.as('li', 'POST', `/api/tasks/${id}/agreed-date`, body);
    expect((await agree({ date: '2026-03-20', consent: false })).body['type']).toBe('consent-missing');
    expect((await agree({ date: '2026-02-20', consent: true })).body['type']).toBe('date-in-past');
    expect((await agree({ date: '2026-03-20', consent: true })).body).toMatchObject({
      due: '2026-03-20T23:59:59+08:00',
    });
    expect((await limits()).map((one) => [one.limitId, one.n, one.state])).toEqual([
      ['R02.7', 1, 'replaced'],
      ['R02.7', 2, 'running'],
    ]);
  });

  it('R04.10 a limit of several tasks starts once and is met by the last', async () => {
    const header = { headers: { form: 'x', deadlineRule: 'R04.10' }, formId: null };
    const tasks = [await tasklist.task(header), await tasklist.task(header)];
    expect(await limits()).toHaveLength(1);
    for (const [n, { id }] of tasks.entries()) {
      expect(await stateOf('R04.10')).toBe('running');
      await tasklist.as(n === 0 ? 'li' : 'wang', 'POST', `/api/tasks/${id}/claim`);
      const done = await tasklist.as(n === 0 ? 'li' : 'wang', 'POST', `/api/tasks/${id}/complete`, { data: {} });
      expect(done.status).toBe(200);
    }
    expect(await stateOf('R04.10')).toBe('met');
  });

  it('a clock that jumps thirty days with twenty open tasks fires everything in due order, each once', async () => {
    const rules = ['R04.8', 'R04.6', 'R12.3', 'R09.7#same-day', 'R06.7'];
    for (let n = 0; n < 20; n++) {
      await tasklist.task(
        { headers: { form: 'x', deadlineRule: rules[n % rules.length] ?? '' }, formId: null },
        { subjectNo: `${caseNo}-M${n}` },
      );
    }
    tasklist.clock.add(30 * 86_400_000);
    await Promise.all([tasklist.fire(), tasklist.fire(), tasklist.fire()]);
    const steps = await eventually(async () => {
      const found = await tasklist.query<{ kind: string; at: Date; deadline_id: string }>(
        `select s.kind, s.at, s.deadline_id from tasklist.deadline_step s join tasklist.deadline d on d.id = s.deadline_id
         where s.kind in ('warned', 'missed') and d.case_no = $1 order by s.seq`,
        [caseNo],
      );
      return found.length >= 40 && found;
    });
    expect(steps).toHaveLength(40);
    const times = steps.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(steps.map(({ kind, deadline_id: id }) => `${kind} ${id}`)).size).toBe(40);
    const reached = (await tasklist.waiting('message')).filter(({ type }) => type === 'deadline-reached');
    expect(new Set(reached.map(({ key }) => key)).size).toBe(20);
    expect(reached).toHaveLength(20);
    expect(await tasklist.events('deadline.missed')).toHaveLength(20);
  });

  it('R03.8 a head’s own task that nobody took goes to the next one up, not to that head', async () => {
    await tasklist.task({ headers: { form: 'x', deadlineRule: 'R04.8' }, formId: null, groups: ['project-head'] });
    tasklist.clock.set('2026-03-17T00:00:00+08:00');
    await tasklist.fire();
    const found = await work(
      tasklist.service.app.get(FindSuperiorWorker),
      job('tasklist.find-superior', {}, { subjectNo: `${caseNo}:R04.8:1`, overdueNo: caseNo, limitId: 'R04.8' }),
    );
    expect(found).toMatchObject({ level: 1 });
    expect((found as { superiorGroup: string }).superiorGroup).not.toBe('project-head');
  });

  it('the calendar is edited, and what it concerns is computed anew', async () => {
    tasklist.case({ receivedAt: '2026-12-21T10:00:00+08:00' });
    tasklist.clock.set('2026-12-21T10:00:00+08:00');
    await start('R04.13');
    const [before] = await limits();
    expect(before?.provisional).toBe(true);
    const year = { announced: true, daysOff: ['2027-01-01', '2027-01-04', '2027-01-05'], workingDays: ['2027-01-09'] };
    expect((await tasklist.as('li', 'PUT', '/api/admin/calendar/2027', year)).status).toBe(403);
    expect(
      (await tasklist.as('admin', 'PUT', '/api/admin/calendar/2027', { ...year, workingDays: ['2027-01-08'] })).status,
    ).toBe(422);
    expect((await tasklist.as('admin', 'PUT', '/api/admin/calendar/2027', year)).body).toMatchObject({
      announced: true,
    });
    const [after] = await limits();
    expect(after?.provisional).toBeUndefined();
    expect(after?.calendarVersion).not.toBe(before?.calendarVersion);
    expect(after?.steps.map(({ kind }) => kind)).toEqual(['started', 'recomputed']);
  });

  it('R09.9 office hours changed as a parameter: a new calendar, running limits end by it, who keeps none is not concerned', async () => {
    const calendars = tasklist.service.app.get(CalendarAdmin);
    await calendars.takeUpOfficeHours();
    tasklist.case({ kind: 'construction-quality', topic: 'house-quality', receivedAt: '2026-03-02T10:00:00+08:00' });
    tasklist.clock.set('2026-03-02T10:00:00+08:00');
    await start('R02.3');
    const [before] = await limits();
    expect(before?.dueAt).toBe('2026-03-02T18:00:00+08:00');
    await calendars.takeUpOfficeHours();
    expect(await limits()).toEqual([before]);
    await tasklist.redecide('office-hours.dmn', (xml) => xml.replace('14:00-18:00', '13:00-17:30'));
    await calendars.takeUpOfficeHours();
    const [after] = await limits();
    expect(after?.dueAt).toBe('2026-03-02T17:30:00+08:00');
    expect(after?.calendarVersion).not.toBe(before?.calendarVersion);
    expect(after?.steps.map(({ kind }) => kind)).toEqual(['started', 'recomputed']);
    await tasklist.redecide('office-hours.dmn', (xml) => xml.replace('keptBy: ["developer"]', 'keptBy: ["group"]'));
    await calendars.takeUpOfficeHours();
    expect(await dueOf('R02.3')).toBe('2026-03-02T23:59:59+08:00');
    await tasklist.redecide('office-hours.dmn', (xml) => xml.replace('keptBy: ["group"]', 'keptBy: ["FH01"]'));
    await calendars.takeUpOfficeHours();
    expect(await dueOf('R02.3')).toBe('2026-03-02T17:30:00+08:00');
  });
});
