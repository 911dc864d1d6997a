import { SEALED_NUMBER } from '@huiying/contracts';
import { eventually } from '@huiying/events/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { INVESTIGATION_MIGRATIONS, InvestigationModule } from '../../apps/investigation/src/investigation.module.js';
import { CloseMeasureWorker } from '../../apps/investigation/src/measures/close-measure.worker.js';
import { INVESTIGATION } from '../../apps/investigation/src/schema.js';
import { SupervisionStarts } from '../../apps/investigation/src/supervision/supervision-starts.js';
import { FindSuperiorWorker } from '../../apps/tasklist/src/escalation/find-superior.worker.js';
import { TaskMirror } from '../../apps/tasklist/src/feed/task-mirror.service.js';
import { CHECK_EXPOSURE, Tasklist } from '../../apps/tasklist/src/testing/tasklist-harness.js';

const TAKEN = {
  takenUp: true,
  respondentType: 'department',
  respondentGroup: 'customer-service',
  misconduct: 'M4',
  facts: '向业主索要好处费',
};
const NAMED = { investigator: 'wang', outline: '查转账', departments: ['customer-service'], complex: false };
const MEASURE = { type: 'rectify', description: '退还并道歉', group: 'customer-service', plannedOn: '2026-03-30' };
const FOUND = { found: true, conclusion: '属实', measures: [MEASURE], violationCode: 'M4', systemic: false };

/** Tasklist and investigation in one process, with the relays and readers of both; the test plays the engine. */
describe('what a file of the supervision office goes through (events.md §2)', () => {
  let tasklist: Tasklist;

  beforeAll(async () => {
    const module = InvestigationModule.forRoot();
    const beside = { schema: { name: INVESTIGATION, migrations: INVESTIGATION_MIGRATIONS }, module } as const;
    tasklist = await Tasklist.open('2026-03-09T10:00:00+08:00', {}, beside);
    await tasklist.query(
      `insert into access.holding (person_id, role, unit_id, valid_from)
       values ('gong', 'supervision-office', 'FH01-GC', '2026-01-01T00:00:00+08:00')`,
    );
  });
  afterAll(() => tasklist.stop());

  const get = <T>(token: abstract new (...args: never[]) => T): T => tasklist.service.app.get(token, { strict: false });
  const inInvestigation = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
    tasklist.service.app.get<DataSource>('investigationDataSource', { strict: false }).transaction(work);
  /** A task of the file, as the engine creates it. */
  const task = (subjectNo: string, formId: string, groups: string[], headers: Record<string, string> = {}) => {
    const [processId = '', elementId = ''] = formId.split('--');
    const engine = { processId, elementId, formId, groups, headers: { form: formId, ...headers } };
    return tasklist.task(engine, { subjectNo, caseNo: null });
  };
  const complete = async (login: string, { id }: { id: string }, data: object) => {
    const claimed = await tasklist.as(login, 'POST', `/api/tasks/${id}/claim`);
    const done = await tasklist.as(login, 'POST', `/api/tasks/${id}/complete`, { data });
    expect([claimed.status, done.status, done.body]).toEqual([200, 200, {}]);
  };
  const jobOf = (type: string, subjectNo: string) => ({
    type,
    headers: {},
    variables: { subjectNo, caseNo: null, orgId: 'FH01', orgType: 'developer' },
    processId: 'measure-follow-up',
    processVersion: 1,
    elementId: 'close',
  });
  /** Waits for the first row of the query. */
  const found = (sql: string, ...params: unknown[]) =>
    eventually(async () => (await tasklist.query<Record<string, unknown>>(sql, params))[0]);
  const told = (type: string, subject: string) =>
    found(
      `select position from events.restricted_event_log where type = $1 and envelope->>'subject' = $2`,
      type,
      subject,
    );

  it('R09.2 R03.8 it goes its whole course, limits ring, superiors act: no row of the open log is about it', async () => {
    // A case of the same day is told of in the open log, as ever.
    await tasklist.task({ formId: CHECK_EXPOSURE });

    const from = { origin: 'referral', originNo: tasklist.caseNo, orgId: 'FH01', orgType: 'developer' } as const;
    const supervisionNo = await inInvestigation((manager) =>
      get(SupervisionStarts).start(manager, { ...from, referral: { by: 'manager', reason: '业主反映' } }),
    );
    await complete('gong', await task(supervisionNo, 'supervision--open-file', ['supervision-office']), TAKEN);
    await told('supervision.opened', supervisionNo);
    await found(`select 1 from investigation.form_record where subject_no = $1`, supervisionNo);

    // Nobody names an investigator in time: the superior is asked, and answers.
    const name = await task(supervisionNo, 'investigation--name-investigator', ['supervision-office'], {
      deadlineRule: 'R04.6',
    });
    tasklist.clock.set('2026-03-16T10:00:00+08:00');
    await tasklist.fire();
    await told('deadline.missed', supervisionNo);
    const { key } = await found(
      `select key from tasklist.escalation where overdue_no = $1 and limit_id = 'R04.6' and level = 1`,
      supervisionNo,
    );
    const { superiorGroup } = await tasklist.inTransaction((manager) =>
      get(FindSuperiorWorker).handle(jobOf('tasklist.find-superior', String(key)) as never, { manager }),
    );
    const act = await task(String(key), 'overdue-escalation--act-on-overdue', [superiorGroup]);
    await complete('headgc', act, {
      overdueReason: '办公室无人',
      instruction: '今日指定',
      expectedOn: '2026-03-17',
      unjustified: false,
    });
    await found(`select 1 from tasklist.escalation where key = $1 and ended_at is not null`, key);
    await told('overdue.handled', supervisionNo);

    // An investigator, a hearing whose time ran out, the conclusion.
    await complete('gong', name, NAMED);
    await found(
      `select 1 from investigation.handling where case_no = $1 and 'respondent' = any (silent)`,
      supervisionNo,
    );
    await inInvestigation((manager) =>
      manager.query(`update investigation.handling set silent = '{}' where case_no = $1`, [supervisionNo]),
    );
    const hearing = await task(supervisionNo, 'investigation--hear-respondent', ['supervision-office']);
    await tasklist.inTransaction((manager) => get(TaskMirror).canceled(manager, hearing.jobKey, tasklist.clock.now()));
    await found(`select 1 from investigation.handling where case_no = $1 and silent = '{respondent}'`, supervisionNo);
    await complete('gong', await task(supervisionNo, 'supervision--conclude', ['supervision-office']), FOUND);
    await told('supervision.concluded', supervisionNo);
    const measureNo = `${supervisionNo}-M1`;
    await found(`select 1 from investigation.measure where measure_no = $1 and state = 'in-force'`, measureNo);
    await inInvestigation((manager) =>
      get(CloseMeasureWorker).handle(jobOf('investigation.close-measure', measureNo) as never, { manager }),
    );
    await told('measure.closed', measureNo);

    for (const schema of ['tasklist', 'investigation']) {
      const rest = `select 1 from ${schema}.outbox where kind = 'event'`;
      await eventually(async () => (await tasklist.query(rest)).length === 0);
    }
    const parked = `select type from tasklist.parked_event union all select type from investigation.parked_event`;
    expect(await tasklist.query(parked)).toEqual([]);
    const open = await tasklist.query<{ type: string }>(
      `select distinct type from events.event_log where case_no = $1 order by type`,
      [tasklist.caseNo],
    );
    expect(open.map(({ type }) => type)).toEqual(['task.created']);
    const sealed = `partition_key ~ $1 or envelope->>'subject' ~ $1 or envelope::text || data like '%' || $2 || '%'`;
    expect(
      await tasklist.query(`select type from events.event_log where ${sealed}`, [SEALED_NUMBER, supervisionNo]),
    ).toEqual([]);
  });
});
