import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { AgencyCase } from './agency-case.entity.js';

/** What is written of a case once it is known: that it went to the region, or whose fault it was. */
type Change = Partial<Omit<AgencyCase, 'caseNo' | 'orgId'>>;

@Injectable()
export class AgencyCases {
  find(manager: EntityManager, caseNo: string): Promise<AgencyCase | null> {
    return manager.findOneBy(AgencyCase, { caseNo });
  }

  /** The row of a case, locked; made where there is none. */
  async lock(manager: EntityManager, caseNo: string, orgId: string): Promise<AgencyCase> {
    await manager.createQueryBuilder().insert().into(AgencyCase).values({ caseNo, orgId }).orIgnore().execute();
    return manager.findOneOrFail(AgencyCase, { where: { caseNo }, lock: { mode: 'pessimistic_write' } });
  }

  async change(manager: EntityManager, caseNo: string, change: Change): Promise<void> {
    await manager.update(AgencyCase, { caseNo }, change);
  }

  /** Codes of the schedule that the store was judged with in other cases, and how often (R11.11). */
  async violations(manager: EntityManager, storeId: string, butCaseNo: string): Promise<{ code: string; n: number }[]> {
    return manager.query<{ code: string; n: number }[]>(
      `SELECT violation_code AS code, count(*)::int AS n FROM agency_case
       WHERE store_id = $1 AND violation_code IS NOT NULL AND case_no <> $2 GROUP BY 1 ORDER BY 1`,
      [storeId, butCaseNo],
    );
  }

  /** How often the store was judged with the same code before, in other cases (R11.11). */
  repeats(manager: EntityManager, storeId: string, violationCode: string, butCaseNo: string): Promise<number> {
    return manager.countBy(AgencyCase, { storeId, violationCode, caseNo: Not(butCaseNo) });
  }
}
