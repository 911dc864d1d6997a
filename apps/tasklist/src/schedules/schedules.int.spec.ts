import type { ScheduleList } from '@huiying/contracts';
import { openService, ServiceUnderTest } from '@huiying/service/testing';
import type { TestUnit } from '@huiying/platform/testing';
import { TASKLIST } from '../schema.js';
import { TasklistModule } from '../tasklist.module.js';
import { ScheduleClock } from './schedule-clock.js';
import { Schedules } from './schedules.service.js';

const DIRECTORY: TestUnit[] = [
  {
    id: 'JT',
    orgType: 'group',
    staff: { boss: ['group-executive'], des: ['process-designer'], desk0: ['intake-desk'] },
  },
  { id: 'JT-KF', parent: 'JT', staff: { gcs: ['group-customer-service'] } },
  { id: 'PQ', parent: 'JT', kind: 'region' },
  { id: 'PQ-KF', parent: 'PQ', staff: { rcs: ['region-customer-service'] } },
  { id: 'FH', parent: 'PQ', orgType: 'developer', staff: { gm: ['general-manager'], desk: ['intake-desk'] } },
  { id: 'FH-XS', parent: 'FH', staff: { lead: ['sales-lead'], sm: ['sales-manager'] } },
  { id: 'FH-JC', parent: 'FH', staff: { sup: ['supervision-office'] } },
  { id: 'FH-KF', parent: 'FH', staff: { cs: ['customer-service'] } },
  { id: 'JJ', parent: 'JT', orgType: 'brokerage', staff: { gm2: ['general-manager'] } },
  { id: 'QA', parent: 'JJ', kind: 'region', staff: { ra: ['region-head'] } },
  { id: 'QB', parent: 'JJ', kind: 'region', staff: { rb: ['region-head'] } },
  { id: 'S1', parent: 'QA', kind: 'store' },
];

interface Row {
  key: string;
  data: string;
  held: string;
}

class Scheduled extends ServiceUnderTest {
  static async open(): Promise<Scheduled> {
    return new Scheduled(
      await openService({
        schema: TASKLIST,
        module: TasklistModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'FH', orgType: 'developer' },
        start: '2026-02-28T09:00:00+08:00',
      }),
    );
  }

  async until(moment: string): Promise<void> {
    this.clock.set(moment);
    // The clock of the running service may be at it: then this one waits for it.
    for (;;) {
      const next = await this.service.app.get(Schedules).startDue();
      if (next !== undefined && next > this.clock.now()) return;
    }
  }

  /** Keys of the start messages so far, in order. */
  async started(like: string): Promise<string[]> {
    return (await this.rows(like)).map(({ key }) => key);
  }

  rows(like: string): Promise<Row[]> {
    return this.query<Row>(
      `select partition_key as key, data, held_for as held from tasklist.outbox
       where kind = 'message' and partition_key like $1 order by seq`,
      [like],
    );
  }

  async variables(key: string): Promise<Record<string, unknown>> {
    const [row] = await this.rows(key);
    return (JSON.parse(row?.data ?? '{}') as { variables: Record<string, unknown> }).variables;
  }
}

describe('schedules', () => {
  let scheduled: Scheduled;

  beforeAll(async () => {
    scheduled = await Scheduled.open();
    await scheduled.until('2026-02-28T09:00:00+08:00');
  });
  afterAll(() => scheduled.stop());

  it('R07.8 a schedule seen first begins with that day; Sun 1 Mar and Mon 2 Mar 2026 have one start each', async () => {
    expect(await scheduled.started('sales-daily-review:%')).toEqual(['sales-daily-review:FH:2026-02-28']);
    await scheduled.until('2026-03-01T00:00:00+08:00');
    await scheduled.until('2026-03-01T23:59:59+08:00');
    await scheduled.until('2026-03-02T00:00:00+08:00');
    expect(await scheduled.started('sales-daily-review:%')).toEqual([
      'sales-daily-review:FH:2026-02-28',
      'sales-daily-review:FH:2026-03-01',
      'sales-daily-review:FH:2026-03-02',
    ]);
    const [row] = await scheduled.rows('sales-daily-review:FH:2026-03-01');
    expect(row?.held).toBe('periodic-report');
    expect(JSON.parse(row?.data ?? '')).toMatchObject({
      name: 'start-periodic-report',
      correlationKey: 'sales-daily-review:FH:2026-03-01',
      startsProcess: 'periodic-report',
      ttlMs: 0,
      variables: {
        subjectNo: 'sales-daily-review:FH:2026-03-01',
        orgId: 'FH',
        orgType: 'developer',
        unitId: 'FH',
        period: '2026-03-01',
        periodFrom: '2026-03-01',
        dueOn: '2026-03-01',
        reportId: 'sales-daily-review',
        ownerGroup: 'sales-lead',
        posts: { head: ['general-manager'] },
      },
    });
  });

  it('R07.9 R12.5 R10.9 at the end of March: who has no sales lead has no sales report', async () => {
    await scheduled.until('2026-03-31T00:00:01+08:00');
    expect(await scheduled.started('sales-monthly:%')).toEqual([
      'sales-monthly:FH:2026-02',
      'sales-monthly:FH:2026-03',
    ]);
    expect(await scheduled.started('ticket-monthly:%:2026-03')).toEqual(['ticket-monthly:JT:2026-03']);
    expect(await scheduled.started('group-monthly:%:2026-03')).toEqual(['group-monthly:JT:2026-03']);
    expect(await scheduled.started('recurring:%')).toEqual(['recurring:FH:2026-Q1']);
  });

  it('R10.10 region-review: each region with customer service, and the group', async () => {
    expect(await scheduled.started('region-review:%:2026-03')).toEqual([
      'region-review:PQ:2026-03',
      'region-review:JT:2026-03',
    ]);
    expect(await scheduled.variables('region-review:PQ:2026-03')).toMatchObject({
      orgId: 'JT',
      orgType: 'group',
      unitId: 'PQ',
      ownerGroup: 'region-customer-service',
    });
  });

  it('R07.8 a clock that jumps over months brings every missed day once, in order', async () => {
    await scheduled.until('2026-10-07T12:00:00+08:00');
    const days = await scheduled.started('sales-daily-review:%');
    expect(days).toHaveLength(1 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 7);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toEqual([...days].sort());
    expect(days).toContain('sales-daily-review:FH:2026-10-01');
    expect(await scheduled.started('sales-monthly:%')).toHaveLength(8);
  });

  it('R03.6 R06.3 every six months from 1 Jan 2026: on 1 Jul for every organisation', async () => {
    expect(await scheduled.started('%:2026-07-01')).toEqual(
      expect.arrayContaining(['FH:2026-07-01', 'JJ:2026-07-01', 'JT:2026-07-01']),
    );
    expect(await scheduled.variables('FH:2026-07-01')).toMatchObject({
      unitId: 'FH',
      dueOn: '2026-07-01',
      ownerGroup: 'training-admin',
    });
    const [mark] = await scheduled.query<{ at: Date }>(
      `select at from tasklist.subject_mark where subject_no = 'FH:2026-07-01' and mark = 'due'`,
    );
    expect(mark?.at).toEqual(new Date('2026-07-01T00:00:00+08:00'));
  });

  it('R03.5 the audit of 10 Mar 2026 where there is a supervision office, R12.7 the survey of 1 Jun everywhere', async () => {
    expect(await scheduled.started('supervision-audit:%')).toEqual(['supervision-audit:FH:2026-03-10']);
    expect(await scheduled.started('satisfaction-survey:%')).toEqual([
      'satisfaction-survey:JJ:2026-06-01',
      'satisfaction-survey:FH:2026-06-01',
      'satisfaction-survey:JT:2026-06-01',
    ]);
  });

  it("R09.8 September 2026's report begins on 8 Oct and is due Sat 10 Oct", async () => {
    expect(await scheduled.started('supervision-monthly:FH:2026-09')).toEqual([]);
    await scheduled.until('2026-10-08T00:00:00+08:00');
    expect(await scheduled.variables('supervision-monthly:FH:2026-09')).toMatchObject({
      period: '2026-09',
      periodFrom: '2026-09-01',
      periodUntil: '2026-09-30',
      dueOn: '2026-10-10',
    });
  });

  it('R07.11 R11.9 the annual summary on 31 December, the ranking of each region after 24:00', async () => {
    await scheduled.until('2026-12-31T23:59:59+08:00');
    expect(await scheduled.started('sales-annual:%')).toEqual(['sales-annual:FH:2026']);
    expect(await scheduled.started('Q_:2026')).toEqual([]);
    await scheduled.until('2027-01-01T00:00:00+08:00');
    expect(await scheduled.started('Q_:2026')).toEqual(['QA:2026', 'QB:2026']);
  });

  it('R09.8 another look, and another process, start nothing twice', async () => {
    const before = await scheduled.started('%');
    const clocks = [1, 2, 3].map(() => scheduled.service.app.get(ScheduleClock).fireDue());
    await Promise.all(clocks);
    await scheduled.query(`update tasklist.schedule_progress set done_until = '2026-12-30'`);
    await scheduled.until('2027-01-01T00:00:01+08:00');
    expect(await scheduled.started('%')).toEqual(before);
  });

  it('R09.8 operators see the last and the next start', async () => {
    const { status, body } = await scheduled.as<ScheduleList>('des', 'GET', '/api/schedules');
    expect(status).toBe(200);
    const supervision = body.items.find(({ scheduleId }) => scheduleId === 'supervision-monthly');
    expect(supervision).toMatchObject({ orgType: 'developer', recurrence: 'first-week', deployed: false });
    expect(supervision?.units).toEqual([
      {
        unitId: 'FH',
        unitName: 'FH',
        last: { period: '2026-11', startsOn: '2026-12-01', dueOn: '2026-12-04' },
        next: { period: '2026-12', startsOn: '2027-01-04', dueOn: '2027-01-08' },
      },
    ]);
    expect(
      body.items.find(({ scheduleId, orgType }) => scheduleId === 'sales-monthly' && orgType === 'group')?.units,
    ).toEqual([]);
    expect((await scheduled.as('desk', 'GET', '/api/schedules')).status).toBe(403);
  });
});
