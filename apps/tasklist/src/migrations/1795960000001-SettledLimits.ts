import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A missed limit is owed until what it asks for is done or its subject ends. */
export class SettledLimits1795960000001 implements MigrationInterface {
  name = 'SettledLimits1795960000001';

  /** Of what was missed before, only what an open task carries or whose case still has an open task counts as owed. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table deadline add column settled_at timestamptz`);
    await runner.query(`
      update deadline d set settled_at = d.due_at where d.state = 'missed' and (d.terms->>'onMissed' = 'path' or not exists (
        select 1 from task t left join task_deadline td on td.task_id = t.id and td.deadline_id = d.id
        where t.state = 'open' and (td.deadline_id is not null or t.case_no = d.subject_no
          and not (d.terms->'metBy') ? 'task')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table deadline drop column settled_at`);
  }
}
