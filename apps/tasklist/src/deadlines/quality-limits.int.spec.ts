import type { CaseDeadline } from '@huiying/contracts';
import type { JobOf } from '@huiying/zeebe';
import { Tasklist } from '../testing/tasklist-harness.js';
import { DeadlinesConsumer } from './deadlines.consumer.js';
import { StartDeadlineWorker } from './start-deadline.worker.js';

type Meeting = 'onAccepted' | 'onRouted' | 'onDispatched' | 'onMeeting' | 'onReport';

/** Limits of quality complaints at a property company, as the tasks of its processes and the events of warranty-routing move them. */
describe('limits of a quality complaint', () => {
  let tasklist: Tasklist;
  let caseNo: string;
  const org = { orgId: 'WY01', orgType: 'property-company' };
  const quality = {
    ...org,
    kind: 'construction-quality',
    topic: 'house-quality',
    handlingProcess: 'quality-escalation',
  };

  beforeAll(async () => {
    tasklist = await Tasklist.open();
  });
  beforeEach(async () => {
    caseNo = await tasklist.fresh();
    tasklist.case({ ...quality, receivedAt: '2026-03-02T20:00:00+08:00' });
  });
  afterAll(() => tasklist.stop());

  const at = (day: string, time = '10:00') => tasklist.clock.set(`${day}T${time}:00+08:00`);
  const task = (processId: string, elementId: string, headers: Record<string, string>, variables: object = {}) =>
    tasklist.task(
      { processId, elementId, headers: { form: 'x', ...headers }, formId: null, groups: ['intake-desk'] },
      { ...org, ...variables },
    );
  const done = async (id: string) => {
    await tasklist.as('desk', 'POST', `/api/tasks/${id}/claim`);
    const { status } = await tasklist.as('desk', 'POST', `/api/tasks/${id}/complete`, { data: {} });
    expect(status).toBe(200);
  };
  const hear = (method: Meeting, type: string, data: object = {}) =>
    tasklist.inTransaction((manager) => {
      const event = {
        id: `${type}-${caseNo}-${String(tasklist.clock.now().getTime())}`,
        type,
        subject: caseNo,
        data: { caseNo, orgId: 'WY01', actorId: 'system', at: tasklist.clock.now().toISOString(), ...data },
      };
      return tasklist.service.app.get(DeadlinesConsumer)[method](event as never, { manager } as never);
    });
  /** As investigation tells it, in one transaction. */
  const dispatched = async (round: number, handlingProcess = 'quality-escalation') => {
    await hear('onRouted', 'case.routed', { handlingProcess, handlerGroup: 'service-centre-head' });
    await hear('onDispatched', 'case.dispatched', { departments: ['service-centre-head'], round });
  };
  const limits = async (limitId: string) => {
    await tasklist.fire();
    const { body } = await tasklist.as<CaseDeadline[]>('desk', 'GET', `/api/cases/${caseNo}/deadlines`);
    return body.filter((one) => one.limitId === limitId).map(({ dueAt, state }) => [dueAt, state]);
  };
  const registered = () =>
    tasklist.inTransaction((manager) => {
      const job = {
        key: '1',
        type: 'tasklist.start-deadline',
        variables: { subjectNo: caseNo, caseNo, ...org },
        headers: { limits: 'R02.3' },
        processId: 'eligibility-check',
        processVersion: 1,
        elementId: 'start-case-limit',
      } as unknown as JobOf<'tasklist.start-deadline'>;
      return tasklist.service.app.get(StartDeadlineWorker).handle(job, { manager });
    });

  it('R02.3 registered at 20:00: runs at once, shows in the review task, missed at midnight, told to the superior', async () => {
    at('2026-03-02', '20:00');
    await registered();
    expect(await limits('R02.3')).toEqual([['2026-03-02T23:59:59+08:00', 'running']]);
    const { id } = await task('eligibility-check', 'review-intake', { deadlineRule: 'R04.4' });
    await tasklist.as('desk', 'POST', `/api/tasks/${id}/claim`);
    const shown = await tasklist.as<{ due: string }>('desk', 'GET', `/api/tasks/${id}`);
    expect(shown.body.due).toBe('2026-03-02T23:59:59+08:00');
    at('2026-03-03', '00:00');
    expect(await limits('R02.3')).toEqual([['2026-03-02T23:59:59+08:00', 'missed']]);
    const started = (await tasklist.waiting('message')).map(({ type }) => type);
    expect(started).toContain('start-overdue-escalation');
  });

  it('R02.3 a dispatch to the survey leaves it open, the survey meets it', async () => {
    at('2026-03-02', '20:00');
    await registered();
    await dispatched(1);
    await task('quality-escalation', 'survey-first', { deadlineRule: 'R02.3' });
    expect(await limits('R02.3')).toEqual([['2026-03-02T23:59:59+08:00', 'running']]);
    at('2026-03-02', '21:00');
    await hear('onMeeting', 'survey.done', { level: 1 });
    expect(await limits('R02.3')).toEqual([['2026-03-02T23:59:59+08:00', 'met']]);
  });

  it('R02.3 another route is a dispatch without a survey, and meets it', async () => {
    at('2026-03-02', '20:00');
    await registered();
    await dispatched(1, 'department-handling');
    expect(await limits('R02.3')).toEqual([['2026-03-02T23:59:59+08:00', 'met']]);
  });

  it('R02.3 R10.5 a child leaves the survey to its master; freed and dispatched itself, it is surveyed that day', async () => {
    at('2026-03-02', '20:00');
    await registered();
    tasklist.case({ ...quality, masterNo: 'TS-WY01-20260302-0001' });
    await hear('onAccepted', 'case.accepted');
    expect(await limits('R02.3')).toEqual([['2026-03-02T23:59:59+08:00', 'met']]);
    tasklist.case(quality);
    at('2026-03-09');
    await dispatched(1);
    await task('quality-escalation', 'survey-first', { deadlineRule: 'R02.3' });
    expect((await limits('R02.3')).at(-1)).toEqual(['2026-03-09T23:59:59+08:00', 'running']);
  });

  it('R02.3 R13.6 handled again: the second survey is due the day of the second dispatch', async () => {
    at('2026-03-02', '20:00');
    await registered();
    await hear('onMeeting', 'survey.done', { level: 1 });
    at('2026-03-20');
    await dispatched(2);
    await task('quality-escalation', 'survey-first', { deadlineRule: 'R02.3' });
    expect((await limits('R02.3')).at(-1)).toEqual(['2026-03-20T23:59:59+08:00', 'running']);
  });

  it('R02.3 R10.5 a freed child: intake still shows the route of a child, and its task may come before its dispatch', async () => {
    at('2026-03-02', '20:00');
    await registered();
    tasklist.case({ ...quality, masterNo: 'TS-WY01-20260302-0001', handlingProcess: 'complaint-handling' });
    await hear('onAccepted', 'case.accepted');
    tasklist.case({ ...quality, handlingProcess: 'complaint-handling' });
    at('2026-03-09');
    await task('quality-escalation', 'survey-first', { deadlineRule: 'R02.3' });
    await dispatched(1);
    expect((await limits('R02.3')).at(-1)).toEqual(['2026-03-09T23:59:59+08:00', 'running']);
  });

  it('R02.3 R13.6 handled again, the task before its dispatch: the survey is due that day, not the day of the receipt', async () => {
    at('2026-03-02', '20:00');
    await registered();
    await dispatched(1);
    await hear('onMeeting', 'survey.done', { level: 1 });
    at('2026-03-10');
    await hear('onMeeting', 'outcome.notified', { noticeId: 'n', template: 'outcome', reviewUntil: '2026-03-17' });
    at('2026-03-20');
    await task('quality-escalation', 'survey-first', { deadlineRule: 'R02.3' });
    await dispatched(2);
    expect((await limits('R02.3')).at(-1)).toEqual(['2026-03-20T23:59:59+08:00', 'running']);
  });

  it('R09.4 signed in the second round alone: the leader has the time from that day, not from the first acceptance', async () => {
    await hear('onAccepted', 'case.accepted');
    await dispatched(1, 'department-handling');
    at('2026-03-10');
    await hear('onMeeting', 'outcome.notified', { noticeId: 'n', template: 'outcome', reviewUntil: '2026-03-17' });
    at('2026-03-20');
    await task('complaint-handling', 'sign', { deadlineRule: 'R09.4' });
    const [[dueAt = '', state] = []] = await limits('R09.4');
    expect([dueAt >= '2026-03-20', state]).toEqual([true, 'running']);
  });

  it('R02.5 minor, surveyed 2 Mar: due 5 Mar 23:59:59, missed 6 Mar 00:00', async () => {
    at('2026-03-02', '15:00');
    await task('quality-escalation', 'repair-minor', { deadlineRule: 'R02.5' });
    at('2026-03-05', '23:59');
    expect(await limits('R02.5')).toEqual([['2026-03-05T23:59:59+08:00', 'running']]);
    at('2026-03-06', '00:00');
    expect(await limits('R02.5')).toEqual([['2026-03-05T23:59:59+08:00', 'missed']]);
  });

  it.each([
    ['2026-03-02', '15:00'],
    ['2026-03-05', '11:00'],
  ])('R02.6 handed up on %s: told by the system the same moment, surveyed by the end of the day', async (day, time) => {
    at(day, time);
    await task('quality-escalation', 'survey-second', { deadlineRule: 'R02.6#escalate,R02.6#survey' });
    expect(await limits('R02.6#escalate')).toEqual([[`${day}T23:59:59+08:00`, 'met']]);
    expect(await limits('R02.6#survey')).toEqual([[`${day}T23:59:59+08:00`, 'running']]);
  });

  it('R02.7 ordinary, second survey 2 Mar: due 5 Mar; 20 Mar agreed with consent: due 20 Mar; without: refused', async () => {
    at('2026-03-02', '16:00');
    const { id } = await task('quality-escalation', 'repair-ordinary', { deadlineRule: 'R02.7' });
    expect(await limits('R02.7')).toEqual([['2026-03-05T23:59:59+08:00', 'running']]);
    await tasklist.as('desk', 'POST', `/api/tasks/${id}/claim`);
    const agree = (consent: boolean) =>
      tasklist.as('desk', 'POST', `/api/tasks/${id}/agreed-date`, { date: '2026-03-20', consent });
    expect((await agree(false)).status).toBe(422);
    expect((await agree(true)).body).toMatchObject({ due: '2026-03-20T23:59:59+08:00' });
  });

  it.each([
    ['2026-03-02', '2026-03-04'],
    ['2026-03-05', '2026-03-07'],
  ])('R02.8 what cannot be repaired on %s is reported by %s', async (found, due) => {
    at(found);
    await task('quality-escalation', 'write-survey-report', { deadlineRule: 'R02.8' });
    expect(await limits('R02.8')).toEqual([[`${due}T23:59:59+08:00`, 'running']]);
  });

  it('R02.9 report received 2 Mar: assigned by its end, repaired by 7 Mar though assigned on 3 Mar; or the agreed day', async () => {
    at('2026-03-02', '16:00');
    await hear('onReport', 'survey-report.sent');
    const assign = await task('construction-warranty', 'assign-project', { deadlineRule: 'R02.9#assign' });
    expect(await limits('R02.9#assign')).toEqual([['2026-03-02T23:59:59+08:00', 'running']]);
    at('2026-03-03', '09:00');
    await done(assign.id);
    const headers = { deadlineRule: 'R02.9#repair', deadlineDate: 'agreedOn' };
    const repair = await task('construction-warranty', 'repair', headers, { agreedOn: null });
    expect(await limits('R02.9#repair')).toEqual([['2026-03-07T23:59:59+08:00', 'running']]);
    await done(repair.id);
    await task('construction-warranty', 'repair', headers, { agreedOn: '2026-03-20' });
    expect((await limits('R02.9#repair')).at(-1)).toEqual(['2026-03-20T23:59:59+08:00', 'running']);
  });

  it('R02.10 report sent 2 Mar: tracked by 3 Mar; 未落实, next on 6 Mar: met, and a new round due 6 Mar', async () => {
    at('2026-03-02', '16:00');
    await hear('onReport', 'survey-report.sent');
    const headers = { deadlineRule: 'R02.10', deadlineDate: 'nextTrackOn' };
    const first = await task('quality-escalation', 'track-completion', headers, { nextTrackOn: null });
    expect(await limits('R02.10')).toEqual([['2026-03-03T23:59:59+08:00', 'running']]);
    at('2026-03-03');
    await done(first.id);
    await task('quality-escalation', 'track-completion', headers, { nextTrackOn: '2026-03-06' });
    expect(await limits('R02.10')).toEqual([
      ['2026-03-03T23:59:59+08:00', 'met'],
      ['2026-03-06T23:59:59+08:00', 'running'],
    ]);
  });

  it('R02.11 report 2 Mar: the joint survey is due 5 Mar, three working days on', async () => {
    at('2026-03-02', '16:00');
    await hear('onReport', 'survey-report.sent');
    await task('construction-warranty', 'lead-survey', { deadlineRule: 'R02.11' });
    expect(await limits('R02.11')).toEqual([['2026-03-05T23:59:59+08:00', 'running']]);
  });
});
