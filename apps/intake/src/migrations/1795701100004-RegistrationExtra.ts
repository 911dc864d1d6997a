import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written in the fields that an organisation added to its registration form (R13.10). */
export class RegistrationExtra1795701100004 implements MigrationInterface {
  readonly name = 'RegistrationExtra1795701100004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_extra (
        case_no text NOT NULL REFERENCES complaint_case (case_no),
        key text NOT NULL,
        label text NOT NULL,
        form_version int NOT NULL,
        value_enc text NOT NULL,
        value_masked text NOT NULL,
        PRIMARY KEY (case_no, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE registration_extra`);
  }
}
