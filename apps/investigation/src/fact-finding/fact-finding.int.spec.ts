import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Investigation } from '../testing/investigation-harness.js';
import { SilentPartiesConsumer } from './silent-parties.consumer.js';

const NAME = 'investigation--name-investigator';
const EVIDENCE = 'investigation--collect-evidence';
const HEAR = 'investigation--hear-respondent';
const REPORT = 'investigation--write-report';

const NAMED = { investigator: 'gong', outline: '查防水层', departments: ['engineering'], complex: false };
const PIECES = {
  evidence: [
    { kind: 'photo', source: '现场', obtainedOn: '2026-03-03', description: '水渍照片' },
    { kind: 'contract', source: '档案室', obtainedOn: '2026-03-03' },
  ],
};
const HEARD = { statement: '承认返工不足', heldAt: '2026-03-04T09:00:00+08:00', mode: 'phone' };
const FOUND = {
  findings: '防水层破损',
  justified: 'yes',
  conclusive: true,
  responsibleParty: '施工班组',
  fault: false,
  causeCode: 'workmanship',
  causeText: '返工不足',
  suggestedMeasures: '重做防水',
};

describe('dispatch and fact finding', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  const dispatch = (variables: Record<string, unknown> = {}) =>
    investigation.dispatch({ respondentGroup: ['engineering'], ...variables });

  beforeEach(() => investigation.fresh());

  it('R09.4 R10.1 lets the departments read the case from dispatch on, and dispatches the first round without a new limit', async () => {
    expect(await dispatch()).toEqual({ round: 1 });
    expect(await investigation.relations('hnd')).toEqual(['FH01-GC', 'FH01-KF']);
    expect(await investigation.events('case.routed')).toMatchObject([{ handlerGroup: 'customer-service' }]);
    expect(await investigation.events('case.dispatched')).toMatchObject([
      { departments: ['customer-service', 'engineering'], round: 1 },
    ]);
    expect(await investigation.events('limits.requested')).toEqual([]);
  });

  it('R04.13 asks for the outer limit anew when the case is handled again; R01.4 at a registration centre', async () => {
    await dispatch();
    investigation.clock.set('2026-04-01T09:00:00+08:00');
    expect(await dispatch()).toEqual({ round: 2 });
    expect(await investigation.events('limits.requested')).toMatchObject([
      { subjectNo: investigation.caseNo, limits: ['R04.13'], from: '2026-04-01T01:00:00.000Z' },
    ]);
    expect(await dispatch({ orgType: 'registration-centre' })).toEqual({ round: 3 });
    expect((await investigation.events('limits.requested')).at(-1)).toMatchObject({ limits: ['R01.4'] });
  });

  it('R09.4 shows the leader the case, and keeps signature and order for the department', async () => {
    const sign = await investigation.start('complaint-handling--sign', { actorId: 'manager' });
    expect(sign).toMatchObject({ handlerGroup: 'customer-service' });
    expect(sign['summary']).toContain('内容：天花板渗水三天');
    await investigation.complete(
      'complaint-handling--sign',
      { opinion: '同意交办', handlerGroup: 'customer-service', dueOn: '2026-03-10', complex: true },
      { actorId: 'manager' },
    );
    const { order } = await investigation.start('department-handling--take-order');
    expect(order).toContain('签批意见：同意交办');
    expect(await investigation.start(NAME)).toMatchObject({ complex: true });
  });

  it('R04.6 refuses an investigation without investigator, outline and departments, each field in Chinese', async () => {
    const { status, body } = await investigation.check(NAME, {});
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual(['investigator', 'outline', 'departments', 'complex']);
    expect(body.errors?.every(({ text }) => /^[\u4e00-\u9fff]/.test(text))).toBe(true);
    const unknown = await investigation.check(NAME, { ...NAMED, investigator: 'nobody', departments: ['no-such'] });
    expect(unknown.body.errors?.map(({ code }) => code)).toEqual(['unknown-person', 'unknown-role']);
  });

  it('R04.6 access §2 names nobody who must keep out of the case', async () => {
    await investigation.query(
      `INSERT INTO access.case_relation (case_no, rel, person_id, source) VALUES ($1, 'conflicted', 'gong', 'recusal')`,
      [investigation.caseNo],
    );
    const { body } = await investigation.check(NAME, NAMED);
    expect(body.errors).toMatchObject([{ field: 'investigator', code: 'person-conflicted' }]);
  });

  it('R04.6 keeps every piece of evidence with source and time, sealed, and tells it without its text', async () => {
    await dispatch();
    await investigation.complete(NAME, NAMED);
    expect((await investigation.check(EVIDENCE, { evidence: [] })).body.errors).toMatchObject([{ field: 'evidence' }]);
    const without = await investigation.check(EVIDENCE, { evidence: [{ kind: 'photo', source: '' }] });
    expect(without.body.errors?.map(({ field }) => field)).toEqual(['evidence.0.source', 'evidence.0.obtainedOn']);
    await investigation.complete(EVIDENCE, PIECES, { actorId: 'gong' });

    const events = await investigation.events('evidence.added');
    expect(events.map(({ kind }) => kind)).toEqual(['photo', 'contract']);
    const raw = await investigation.query<{ row: string }>(
      `SELECT form_record::text AS row FROM form_record WHERE case_no = $1`,
      [investigation.caseNo],
    );
    expect(raw).toHaveLength(2);
    const outbox = await investigation.query<{ row: string }>(`SELECT outbox::text AS row FROM outbox`);
    for (const text of ['查防水层', '档案室', '水渍照片']) {
      expect(JSON.stringify([...raw, ...outbox])).not.toContain(text);
    }
  });

  it('is told of a completed task twice and keeps it once', async () => {
    await dispatch();
    const taskId = await investigation.complete(NAME, NAMED, { taskId: 'twice' });
    await investigation.complete(NAME, NAMED, { taskId });
    const kept = await investigation.query(`SELECT 1 FROM form_record WHERE task_id = 'twice'`);
    expect(kept).toHaveLength(1);
  });

  it('R04.7 asks the report why a side was not heard, and shows what was gathered', async () => {
    await dispatch();
    await investigation.complete(NAME, NAMED);
    await investigation.complete(EVIDENCE, PIECES, { actorId: 'gong' });
    await investigation.complete(HEAR, HEARD, { actorId: 'gong' });
    expect(await investigation.events('hearing.held')).toMatchObject([
      { party: 'respondent', heldOn: '2026-03-04', mode: 'phone' },
    ]);

    const { hearings } = await investigation.start(REPORT, { actorId: 'gong' });
    expect(hearings).toContain('证据 2：合同，来源 档案室');
    expect(hearings).toContain('被投诉人陈述（电话，2026-03-04）：承认返工不足');
    expect(hearings).toContain('未听取陈述：投诉人');
    const refused = await investigation.check(REPORT, FOUND, { actorId: 'gong' });
    expect(refused.body.errors).toMatchObject([{ field: 'absenceNote', code: 'absence-note-required' }]);

    await investigation.complete(REPORT, { ...FOUND, absenceNote: '投诉人期限内未到' }, { actorId: 'gong' });
    expect(await investigation.events('investigation.reported')).toMatchObject([
      { justified: 'yes', conclusive: true, fault: false, silent: ['complainant'] },
    ]);
    expect((await investigation.start('decide-and-answer--decide'))['report']).toContain('事实认定：防水层破损');
  });

  const silent = async () =>
    (
      await investigation.query<{ silent: string[] }>(`SELECT silent FROM handling WHERE case_no = $1`, [
        investigation.caseNo,
      ])
    )[0]?.silent;

  it('R04.7 both sides are heard in the same moment: neither counts as silent, whichever is written last', async () => {
    await dispatch();
    await investigation.complete(NAME, NAMED);
    const other = investigation.service.app
      .get<DataSource>('investigationDataSource', { strict: false })
      .createQueryRunner();
    await other.startTransaction();
    await other.query(`SELECT 1 FROM handling WHERE case_no = $1 FOR UPDATE`, [investigation.caseNo]);
    const forms = [HEAR, 'investigation--hear-complainant'] as const;
    const checks = forms.map((form) => investigation.check(form, HEARD));
    await sleep(700); // both have read what they read, and wait to write
    await other.commitTransaction();
    await other.release();
    expect((await Promise.all(checks)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await silent()).toEqual([]);
  });

  it('R04.7 a hearing whose time ran out leaves its own side silent, told twice or not; the other stays heard', async () => {
    await dispatch();
    await investigation.complete(NAME, NAMED);
    await investigation.complete(HEAR, HEARD, { actorId: 'gong' });
    const data = { process: 'investigation', element: 'hear-complainant', subjectNo: investigation.caseNo };
    for (let again = 0; again < 2; again++)
      await investigation.hear('task.withdrawn', data, (event, context) =>
        investigation.get(SilentPartiesConsumer).withdrawn(event, context),
      );
    expect(await silent()).toEqual(['complainant']);
  });

  it('R03.11 refuses a report without a cause of the list', async () => {
    await dispatch();
    const { body } = await investigation.check(REPORT, { ...FOUND, causeCode: 'weather', absenceNote: '无人到场' });
    expect(body.errors).toMatchObject([{ field: 'causeCode', code: 'unknown-cause', text: '请从原因列表中选择' }]);
  });
});
