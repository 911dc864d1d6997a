import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases, their numbers and codes, and the keys that make a repeated registration one. */
export class ComplaintCase1764000100000 implements MigrationInterface {
  readonly name = 'ComplaintCase1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_number (
        unit_code text NOT NULL,
        day text NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (unit_code, day)
      )`);
    await runner.query(`
      CREATE TABLE complaint_case (
        case_no text PRIMARY KEY,
        org_id text NOT NULL,
        org_type text NOT NULL,
        org_level text,
        state text NOT NULL,
        state_before_review text,
        round int NOT NULL DEFAULT 0,
        channel text NOT NULL,
        received_at timestamptz NOT NULL,
        received_on text NOT NULL,
        reply_by timestamptz NOT NULL,
        limits_from timestamptz NOT NULL,
        accept_by timestamptz,
        outer_limit_missed boolean NOT NULL DEFAULT false,
        kind text,
        topic text,
        suggested_kind text,
        suggested_topic text,
        suggested_words text[] NOT NULL DEFAULT '{}',
        admission text,
        diversion_reason text,
        target text,
        target_no text,
        missing text[] NOT NULL DEFAULT '{}',
        supplement_until text,
        supplement_waits boolean NOT NULL DEFAULT false,
        severity text,
        complexity text,
        complex_flag boolean NOT NULL DEFAULT false,
        owner_id text,
        owner_name text,
        owner_group text NOT NULL,
        owner_unit_id text NOT NULL,
        registered_by text,
        receiver_holds_post boolean NOT NULL,
        complainant_is_employee boolean NOT NULL DEFAULT false,
        anonymous boolean NOT NULL,
        contact_released boolean NOT NULL DEFAULT false,
        read_back_at timestamptz,
        explained boolean,
        project_id text,
        project text,
        building text,
        project_type text,
        project_dissolved boolean NOT NULL DEFAULT false,
        project_ownership text,
        agreement_party text,
        phase text,
        handover_on text,
        completion_accepted_on text,
        respondent_unit text,
        respondent_unit_id text,
        respondent_person_id text,
        respondent_type text,
        respondent_group text[] NOT NULL DEFAULT '{}',
        amount_fen bigint,
        households int NOT NULL DEFAULT 1,
        same_household boolean NOT NULL DEFAULT false,
        proceedings boolean NOT NULL DEFAULT false,
        key_customer boolean NOT NULL DEFAULT false,
        danger_to_persons text,
        disturbs_operation text,
        harms_standing text,
        media_exposure jsonb,
        master_no text REFERENCES complaint_case (case_no),
        master_answered boolean NOT NULL DEFAULT false,
        handling_process text,
        handler_group text,
        overseer text,
        signature_required boolean,
        needs_verification boolean,
        promised_on text,
        date_changes int NOT NULL DEFAULT 0,
        level int,
        escalated text,
        emergency boolean NOT NULL DEFAULT false,
        emergency_because text,
        justified text,
        malicious boolean,
        measures_total int NOT NULL DEFAULT 0,
        measures_done int NOT NULL DEFAULT 0,
        outcome_told_at timestamptz,
        review_until text,
        archived_at timestamptz,
        changes int NOT NULL DEFAULT 0,
        instance_key text,
        contact_name_enc text, contact_name_masked text, contact_name_blind text,
        contact_phone_enc text, contact_phone_masked text, contact_phone_blind text,
        contact_email_enc text, contact_email_masked text, contact_email_blind text,
        contact_address_enc text, contact_address_masked text, contact_address_blind text,
        room_enc text, room_masked text, room_blind text,
        subject_enc text, subject_masked text,
        description_enc text, description_masked text,
        demand_enc text, demand_masked text,
        explanation_enc text, explanation_masked text,
        respondent_person_enc text, respondent_person_masked text,
        authorities_enc text, authorities_masked text,
        reason_enc text, reason_masked text
      )`);
    await runner.query(`CREATE INDEX complaint_case_received ON complaint_case (received_at DESC, case_no DESC)`);
    await runner.query(`CREATE INDEX complaint_case_place ON complaint_case (org_id, project, building, received_at)`);
    await runner.query(`CREATE INDEX complaint_case_master ON complaint_case (master_no) WHERE master_no IS NOT NULL`);
    await runner.query(`CREATE INDEX complaint_case_phone ON complaint_case (contact_phone_blind)`);
    await runner.query(`CREATE INDEX complaint_case_email ON complaint_case (contact_email_blind)`);
    await runner.query(`CREATE INDEX complaint_case_room ON complaint_case (room_blind)`);
    await runner.query(`
      CREATE TABLE repeated_request (
        principal text NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        case_no text,
        reply_enc text,
        reply_until timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (principal, route, key)
      )`);
    await runner.query(`
      CREATE TABLE unlisted_move (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_no text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        trigger text NOT NULL,
        at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE unlisted_move, repeated_request, complaint_case, case_number`);
  }
}
