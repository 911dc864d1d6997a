import { Injectable } from '@nestjs/common';
import { Directory } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Report } from './report.js';

/** Whose holders below the unit all receive, each at their own place (R10.9, R10.10). */
const EVERYWHERE = ['region-customer-service', 'project-customer-service'];

export interface Recipient {
  role: string;
  unitId: string;
}

/** Finds the units behind the roles that a report goes to. */
@Injectable()
export class ReportRecipients {
  constructor(private readonly directory: Directory) {}

  async of(manager: EntityManager, report: Report, roles: readonly string[]): Promise<Recipient[]> {
    const found: Recipient[] = [];
    for (const role of roles) {
      const below = EVERYWHERE.includes(role) ? await this.below(manager, report.unitId, role) : [];
      found.push(...(below.length > 0 ? below : await this.nearest(manager, report, role)));
    }
    return found.filter((one, n) => found.findIndex((other) => same(one, other)) === n);
  }

  private async below(manager: EntityManager, unitId: string, role: string): Promise<Recipient[]> {
    const rows = await manager.query<{ unit_id: string }[]>(
      `SELECT DISTINCT h.unit_id FROM access.holding h JOIN access.person p ON p.id = h.person_id
       JOIN access.unit_ancestor a ON a.unit_id = h.unit_id
       WHERE a.ancestor_id = $1 AND h.role = $2 AND NOT p.disabled AND h.valid_until IS NULL ORDER BY h.unit_id`,
      [unitId, role],
    );
    return rows.map(({ unit_id }) => ({ role, unitId: unit_id }));
  }

  /** The organisation's own, else that of the property companies of its projects, else above. */
  private async nearest(manager: EntityManager, report: Report, role: string): Promise<Recipient[]> {
    const companies = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT property_company_id AS id FROM case_fact WHERE developer_id = $1 AND property_company_id IS NOT NULL
       ORDER BY 1`,
      [report.unitId],
    );
    const at = companies.length > 0 ? companies.map(({ id }) => id) : [null];
    const found = await Promise.all(
      at.map((propertyCompany) =>
        this.directory.lookUpRole(role, { orgId: report.orgId, unitId: report.unitId, project: { propertyCompany } }),
      ),
    );
    return found.map((one) => ({ role: one.role, unitId: one.unitId }));
  }
}

function same(one: Recipient, other: Recipient): boolean {
  return one.role === other.role && one.unitId === other.unitId;
}
