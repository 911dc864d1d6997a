import { FormRecords } from '@huiying/forms';
import type { QueryRunner } from 'typeorm';
import { Intake } from '../testing/intake-harness.js';
import { AppliedOutcome1795973000001 } from './1795973000001-AppliedOutcome.js';

describe('migration AppliedOutcome', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await Intake.open();
  });
  afterAll(() => intake.stop());

  it('R04.4 a review that reached its case before this release is found applied after it', async () => {
    const migration = new AppliedOutcome1795973000001();
    const { caseNo } = await intake.file();
    const outcome = {
      ...{ id: 'before', taskId: 'before', formId: 'eligibility-check--review-intake', subjectNo: caseNo, caseNo },
      ...{ data: {}, variables: {}, completedBy: 'steward', completedAt: '2026-03-02T11:00:00+08:00' },
    };
    const runner = { query: (sql: string) => intake.query(sql) } as unknown as QueryRunner;
    await migration.down(runner);
    await runner.query(`INSERT INTO applied_outcome (outcome_id, at) VALUES ('before', now())`);
    await migration.up(runner);
    const records = intake.service.app.get(FormRecords, { strict: false });
    await intake.inTransaction(async (manager) => {
      expect(await records.keep(manager, outcome)).toBe(false);
      expect(await records.keep(manager, { ...outcome, taskId: 'after' })).toBe(true);
      expect(await records.keep(manager, { ...outcome, taskId: 'after' })).toBe(false);
    });
  });
});
