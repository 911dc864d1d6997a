import { Investigation } from '../testing/investigation-harness.js';
import { CloseMeasureWorker } from './close-measure.worker.js';
import { ForeignMeasuresConsumer } from './foreign-measures.consumer.js';

const LINE = { type: 'rectify', description: '每月复核工单', group: 'customer-service', plannedOn: '2026-03-12' };
const MINUTES = 'ticket-monthly:FH01:202602';

describe('measures of what is no case', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  const propose = (given: object = {}) =>
    investigation.internal<{ measures: { measureNo: string }[]; errors: { field: string; code: string }[] }>(
      '/internal/measures',
      { subjectNo: MINUTES, orgId: 'FH01', taskId: 'minutes-1', lines: [LINE], ...given },
    );
  const stateOf = async (measureNo: string) =>
    (await investigation.query<{ state: string }>(`SELECT state FROM measure WHERE measure_no = $1`, [measureNo]))[0]
      ?.state;

  it('numbers the lines of another service’s form after its subject, the same on every check', async () => {
    const once = await propose();
    expect(once.status).toBe(200);
    expect(once.body.measures).toEqual([
      { measureNo: `${MINUTES}-M1`, group: 'customer-service', plannedOn: '2026-03-12' },
    ]);
    expect((await propose({ lines: [LINE, LINE] })).body.measures.map(({ measureNo }) => measureNo)).toEqual([
      `${MINUTES}-M1`,
      `${MINUTES}-M2`,
    ]);
    expect((await propose({ taskId: 'minutes-2' })).body.measures[0]?.measureNo).toBe(`${MINUTES}-M3`);
  });

  it('R10.10 a line of minutes may name another organisation, which its events name', async () => {
    const lines = [LINE, { ...LINE, orgId: 'FH02' }];
    const asked = await propose({ subjectNo: 'R-9', taskId: 'r9', lines });
    const orgIds = () =>
      investigation.query<{ org_id: string }>(`SELECT org_id FROM measure WHERE subject_no = 'R-9' ORDER BY place`);
    expect(asked.body.measures).toHaveLength(2);
    expect(await orgIds()).toEqual([{ org_id: 'FH01' }, { org_id: 'FH02' }]);
    // Asked again with the units exchanged: the newest word counts.
    await propose({ subjectNo: 'R-9', taskId: 'r9', lines: [...lines].reverse() });
    expect(await orgIds()).toEqual([{ org_id: 'FH02' }, { org_id: 'FH01' }]);
  });

  it('R01.5 refuses what the form has to correct, field by field; 51 lines and 50', async () => {
    const { status, body } = await propose({
      taskId: 't-bad',
      lines: [
        { ...LINE, type: '' },
        { ...LINE, group: 'x' },
      ],
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'measures.0.type required',
      'measures.1.group unknown-role',
    ]);
    const many = (count: number) => propose({ subjectNo: 'R-1', taskId: `t${count}`, lines: Array(count).fill(LINE) });
    expect((await many(51)).body.errors.map(({ code }) => code)).toEqual(['too-many-measures']);
    expect((await many(50)).status).toBe(200);
    expect((await investigation.as(null, 'POST', '/internal/measures', {})).status).toBe(404);
  });

  it('R13.5 is in force with the task that named it, is carried out, verified by another and closed, all without a case', async () => {
    const measureNo = (await propose({ subjectNo: 'R-2', taskId: 'r2' })).body.measures[0]?.measureNo ?? '';
    expect(await stateOf(measureNo)).toBe('proposed');
    await investigation.hear(
      'task.completed',
      { process: 'complaint-handling', element: 'sign', taskId: 'r2' },
      (event, context) => investigation.get(ForeignMeasuresConsumer).completed(event, context),
    );
    expect(await stateOf(measureNo)).toBe('proposed');
    await investigation.hear(
      'task.completed',
      { process: 'eligibility-check', element: 'review-intake', taskId: 'r2' },
      (event, context) => investigation.get(ForeignMeasuresConsumer).completed(event, context),
    );
    expect(await stateOf(measureNo)).toBe('in-force');

    const carried = { subjectNo: measureNo, caseNo: null, actorId: 'li' };
    // No case page stands beside the form: what the measure comes from is told on it.
    const finding = { title: '投诉单汇总', unit: '石榴湾', period: '2026 年 3 月', found: [] };
    investigation.neighbours.others.set('/internal/findings/R-2', finding);
    expect(await investigation.start('measure-follow-up--carry-out', carried)).toMatchObject({
      about: '事项：石榴湾 投诉单汇总 2026 年 3 月',
      measure: expect.stringContaining('每月复核工单') as string,
    });
    const done = { completion: '已复核', doneOn: '2026-03-11', receipts: ['复核记录，存档案柜 2'] };
    await investigation.complete('measure-follow-up--carry-out', done, carried);
    expect(await investigation.events('measure.done', measureNo)).toEqual([
      expect.objectContaining({ measureNo, orgId: 'FH01', doneOn: '2026-03-11' }),
    ]);
    const verdict = { done: true, effect: '有效' };
    expect(await investigation.start('measure-follow-up--verify-measure', carried)).toMatchObject({
      about: expect.stringContaining('投诉单汇总') as string,
      completion: '完成情况：已复核\n完成日期：2026-03-11\n凭证或照片：复核记录，存档案柜 2',
    });
    const self = await investigation.check('measure-follow-up--verify-measure', verdict, carried);
    expect(self.body.type).toBe('same-person');
    await investigation.complete('measure-follow-up--verify-measure', verdict, { ...carried, actorId: 'wang' });
    await investigation.job(CloseMeasureWorker, 'investigation.close-measure', { subjectNo: measureNo, caseNo: null });
    expect(await stateOf(measureNo)).toBe('closed');
    expect(await investigation.events('measure.closed', measureNo)).toHaveLength(1);
  });

  it('R13.5 verified and closed before the event of its completion: the day and what was paid are on record all the same', async () => {
    const lines = [{ ...LINE, type: 'compensate', amountFen: 50_000 }];
    const measureNo = (await propose({ subjectNo: 'R-3', taskId: 'r3', lines })).body.measures[0]?.measureNo ?? '';
    const carried = { subjectNo: measureNo, caseNo: null, actorId: 'li' };
    const done = { completion: '已赔付', doneOn: '2026-03-11', amountFen: 45_000 };
    const { heard } = await investigation.completeUnheard('measure-follow-up--carry-out', done, carried);
    const verdict = { done: true, effect: '有效' };
    const verified = await investigation.completeUnheard('measure-follow-up--verify-measure', verdict, {
      ...carried,
      actorId: 'wang',
    });
    await investigation.job(CloseMeasureWorker, 'investigation.close-measure', { subjectNo: measureNo, caseNo: null });
    await heard();
    await verified.heard();
    const rows = await investigation.query(
      `SELECT state, done_on::text, done_by, paid_fen::int FROM measure WHERE measure_no = $1`,
      [measureNo],
    );
    expect(rows).toEqual([{ state: 'closed', done_on: '2026-03-11', done_by: 'li', paid_fen: 45_000 }]);
  });
});
