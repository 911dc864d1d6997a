import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Handling } from './handling.entity.js';

@Injectable()
export class Handlings {
  find(manager: EntityManager, caseNo: string): Promise<Handling | null> {
    return manager.findOneBy(Handling, { caseNo });
  }

  /** 0 before the first dispatch. */
  async roundOf(manager: EntityManager, caseNo: string): Promise<number> {
    return (await this.find(manager, caseNo))?.round ?? 0;
  }

  /** A party is silent, or was heard after all (R04.7). Both sides are heard side by side: each word touches its own party alone. */
  async silence(
    manager: EntityManager,
    caseNo: string,
    party: 'complainant' | 'respondent',
    isSilent: boolean,
  ): Promise<void> {
    await manager.query(
      `UPDATE handling SET silent = array_remove(silent, $2::text) || CASE WHEN $3::boolean THEN ARRAY[$2::text] ELSE '{}'::text[] END
       WHERE case_no = $1`,
      [caseNo, party, isSilent],
    );
  }

  /** Makes the row where there is none yet and changes what is given. */
  async change(
    manager: EntityManager,
    { caseNo, orgId }: { caseNo: string; orgId: string },
    changes: Partial<Omit<Handling, 'caseNo' | 'orgId'>>,
  ): Promise<void> {
    await manager.createQueryBuilder().insert().into(Handling).values({ caseNo, orgId }).orIgnore().execute();
    await manager.update(Handling, { caseNo }, changes);
  }
}
