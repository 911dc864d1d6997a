import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A delivery defect and a dispute between stores are started by their own services, which give them their numbers when they hear of the
 * diverted case, those of earlier days included. The start messages that intake held for them would start each a second time.
 */
export class OwnersStart1795701100002 implements MigrationInterface {
  readonly name = 'OwnersStart1795701100002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM outbox WHERE kind = 'message' AND type IN ('start-delivery-defect', 'start-inter-store-dispute')`,
    );
  }

  async down(): Promise<void> {
    // What was never sent is not missed.
  }
}
