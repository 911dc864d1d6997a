import { randomUUID } from 'node:crypto';
import type { RecordedForm } from '@huiying/forms';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import type { TestUnit } from '@huiying/platform/testing';
import { TaskMirror } from '../feed/task-mirror.service.js';
import { Schedules } from '../schedules/schedules.service.js';
import { TASKLIST } from '../schema.js';
import { TasklistModule } from '../tasklist.module.js';
import { ListTraineesWorker } from './list-trainees.worker.js';
import { RecordTrainingWorker } from './record-training.worker.js';
import { MakeUpForm, PlanCourseForm, RecordAttendanceForm } from './training.forms.js';

const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'], train: ['training-admin'], d0: ['intake-desk'] } },
  { id: 'FH01', parent: 'JT', orgType: 'developer', staff: { gm: ['general-manager'] } },
  { id: 'FH01-SL', parent: 'FH01', staff: { ann: ['intake-desk'], bo: ['intake-desk'] } },
  { id: 'FH01-GC', parent: 'FH01', staff: { eng: ['engineering'] } },
  { id: 'JJ01', parent: 'JT', orgType: 'brokerage', staff: { gm2: ['general-manager'], deskjj: ['intake-desk'] } },
  { id: 'QY01', parent: 'JJ01', kind: 'region' },
  {
    id: 'FD01',
    parent: 'QY01',
    kind: 'store',
    staff: { mia: ['store-manager'], cai: ['consultant'], chen: ['consultant'] },
  },
];

const PLAN = 'training--plan-course';
const ATTEND = 'training--record-attendance';
const MAKE_UP = 'training--make-up';
const FORMS = { [PLAN]: PlanCourseForm, [ATTEND]: RecordAttendanceForm, [MAKE_UP]: MakeUpForm } as const;
const COURSE = { form: 'course', at: '2026-07-10T09:00:00+08:00', trainer: '刘老师' };
const PRACTICE = { form: 'practice', at: '2026-07-11T09:00:00+08:00', trainer: '刘老师' };
const plan = (...sessions: object[]) => ({ topic: '投诉受理规范', sessions, audience: '受理人员' });
const came = (personId: string, present = true) => ({ personId, present, ...(present && { result: 'passed' }) });

class Training extends ServiceUnderTest {
  static async open(): Promise<Training> {
    return new Training(
      await openService({
        schema: TASKLIST,
        module: TasklistModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'FH01', orgType: 'developer' },
        start: '2026-01-02T09:00:00+08:00',
      }),
    );
  }

  async until(moment: string): Promise<void> {
    this.clock.set(moment);
    for (;;) {
      const next = await this.get(Schedules).startDue();
      if (next !== undefined && next > this.clock.now()) return;
    }
  }

  /** The process begins with the message of the schedule. */
  async begun(subjectNo: string) {
    this.subjectNo = subjectNo;
    const start = (await this.messages('start-training')).find(({ key }) => key === subjectNo);
    if (!start) throw new Error(`${subjectNo} was not started`);
    return this.job(ListTraineesWorker, 'tasklist.list-trainees', start.variables);
  }

  /** The tasklist keeps its own outcomes, so that the form is told as its consumer would. */
  async done(formId: keyof typeof FORMS, data: Record<string, unknown>): Promise<void> {
    const { status, body } = await this.check(formId, data, { actorId: 'train' });
    if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`);
    const taskId = randomUUID();
    const outcome = {
      id: taskId,
      taskId,
      formId,
      subjectNo: this.subjectNo,
      data,
      variables: body.variables,
      completedBy: 'train',
      completedAt: this.clock.now().toISOString(),
    };
    await this.inTransaction((manager) =>
      this.get<RecordedForm>(FORMS[formId]).completed(outcome, { manager, causationId: taskId }),
    );
  }

  /** Due time of the limit that the task record-attendance takes up when it is created. */
  async limit(deadlineRule: string, orgId: string, orgType: string): Promise<string | undefined> {
    const task = {
      jobKey: String(++this.made + 1000),
      instanceKey: '1',
      elementInstanceKey: '2',
      processId: 'training',
      processVersion: 1,
      elementId: 'record-attendance',
      createdAt: this.clock.now(),
      groups: ['training-admin'],
      assignee: null,
      formId: ATTEND,
      headers: { form: ATTEND, deadlineRule: '=deadlineRule' },
    };
    const variables = { subjectNo: this.subjectNo, orgId, orgType, deadlineRule };
    await this.inTransaction((manager) => this.get(TaskMirror).created(manager, task, variables));
    const [row] = await this.query<{ due: string }>(
      `select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as due from tasklist.deadline
       where subject_no = $1 and limit_id = $2`,
      [this.subjectNo, deadlineRule],
    );
    return row?.due;
  }
}

describe('training', () => {
  let training: Training;
  beforeAll(async () => {
    training = await Training.open();
    await training.until('2026-01-02T09:00:00+08:00');
    await training.until('2026-06-30T23:59:59+08:00');
  });
  afterAll(() => training.stop());

  it('R03.6 last course 1 Jan 2026, every 6 months: on 1 Jul 2026 the training is raised; one absentee: made up before the record', async () => {
    expect(await training.messages('start-training')).toEqual([]);
    await training.until('2026-07-01T00:00:00+08:00');
    expect(await training.begun('FH01:2026-07-01')).toEqual({ trainees: 2, deadlineRule: 'R03.6' });
    expect(await training.start(PLAN, { actorId: 'train' })).toMatchObject({
      unit: 'FH01',
      dueOn: '2026-07-01',
      trainees: 'FH01-SL：ann、bo',
      audience: '投诉受理人员',
    });
    expect(await training.refused(PLAN, { ...plan(COURSE), topic: '' })).toEqual(['topic required']);
    await training.done(PLAN, plan(COURSE));
    const shown = await training.start(ATTEND, { actorId: 'train' });
    expect(shown['plan']).toBe('投诉受理规范\n课程 · 2026-07-10 09:00 · 刘老师');
    expect(shown['attendance']).toEqual([
      { personId: 'ann', name: 'ann', unit: 'FH01-SL' },
      { personId: 'bo', name: 'bo', unit: 'FH01-SL' },
    ]);
    expect(await training.refused(ATTEND, { attendance: [came('ann')] })).toEqual(['attendance training-attendance']);
    expect(await training.refused(ATTEND, { attendance: [came('ann'), came('eng')] })).toEqual([
      'attendance training-attendance',
    ]);
    expect(await training.refused(ATTEND, { attendance: [{ personId: 'ann', present: true }, came('bo')] })).toEqual([
      'attendance training-result',
    ]);
    expect(await training.refused(ATTEND, { attendance: [came('ann'), { personId: 'bo' }] })).toEqual([
      'attendance training-present',
    ]);
    const attendance = { attendance: [came('ann'), came('bo', false)] };
    expect((await training.check(ATTEND, attendance)).body.variables).toEqual({ absent: 1 });
    await training.done(ATTEND, attendance);
    expect(await training.start(MAKE_UP)).toMatchObject({
      attendance: [{ personId: 'bo', name: 'bo', unit: 'FH01-SL' }],
    });
    await expect(training.job(RecordTrainingWorker, 'tasklist.record-training')).rejects.toMatchObject({
      code: 'training-open',
    });
    const makeUp = { madeUpAt: '2026-07-20T09:00:00+08:00', attendance: [{ personId: 'bo', result: 'passed' }] };
    expect(await training.refused(MAKE_UP, { ...makeUp, madeUpAt: '' })).toEqual(['madeUpAt required']);
    expect(await training.refused(MAKE_UP, { ...makeUp, attendance: [] })).toEqual(['attendance training-attendance']);
    await training.done(MAKE_UP, makeUp);
    await training.job(RecordTrainingWorker, 'tasklist.record-training');
    expect(await training.events('training.recorded', 'FH01')).toMatchObject([
      { unitId: 'FH01', period: '2026-07-01', attended: 1, absent: 1, madeUp: 1, orgId: 'FH01' },
    ]);
  });

  it('R03.6 the record is due thirty days after 1 Jul, whenever the plan was made', async () => {
    training.subjectNo = 'FH01:2026-07-01';
    training.clock.set('2026-07-12T10:00:00+08:00');
    expect(await training.limit('R03.6', 'FH01', 'developer')).toBe('2026-07-31 23:59:59');
  });

  it('R06.3 brokerage, last course 1 Jan 2026: on 1 Jul the task for consultants and store managers; course and practice; record due 31 Jul', async () => {
    expect(await training.begun('JJ01:2026-07-01')).toEqual({ trainees: 3, deadlineRule: 'R06.3' });
    expect(await training.start(PLAN)).toMatchObject({
      trainees: 'FD01：cai、chen、mia',
      audience: '置业顾问、分店店长',
    });
    expect(await training.refused(PLAN, plan(PRACTICE))).toEqual(['sessions training-course-missing']);
    expect(await training.refused(PLAN, plan(COURSE))).toEqual(['sessions training-practice-missing']);
    expect(await training.refused(PLAN, plan())).toEqual([
      'sessions required',
      'sessions training-course-missing',
      'sessions training-practice-missing',
    ]);
    await training.done(PLAN, plan(COURSE, PRACTICE));
    training.clock.set('2026-07-12T10:00:00+08:00');
    expect(await training.limit('R06.3', 'JJ01', 'brokerage')).toBe('2026-07-31 23:59:59');
    const everybody = { attendance: [came('cai'), came('chen'), came('mia')] };
    expect((await training.check(ATTEND, everybody)).body.variables).toEqual({ absent: 0 });
    await training.done(ATTEND, everybody);
    await training.job(RecordTrainingWorker, 'tasklist.record-training');
    expect(await training.events('training.recorded', 'JJ01')).toMatchObject([{ attended: 3, absent: 0, madeUp: 0 }]);
  });
});
