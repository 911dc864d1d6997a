import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseFigures } from './case-figures.js';

/**
 * Developer and property company of a complaint's project. They may be entered in the register after the complaint came, so a report
 * over several companies asks again before it counts (R02.1, R02.2).
 */
@Injectable()
export class ProjectParties {
  constructor(private readonly figures: CaseFigures) {}

  /** Of what was received in a period, and of what the report before it left. Days are `yyyy-MM-dd`. */
  async refresh(manager: EntityManager, from: string, until: string): Promise<void> {
    const projects = await manager.query<{ project: string }[]>(
      `SELECT DISTINCT project FROM case_fact WHERE project IS NOT NULL AND NOT sealed AND received_on BETWEEN $1::date - 31 AND $2`,
      [from, until],
    );
    for (const { project } of projects) {
      const parties = await this.figures.partiesOf(project, null);
      await manager.query(
        `UPDATE case_fact SET developer_id = $2::text, property_company_id = $3::text
         WHERE project = $1 AND NOT sealed AND (developer_id, property_company_id) IS DISTINCT FROM ($2::text, $3::text)`,
        [project, parties.developer_id, parties.property_company_id],
      );
    }
  }
}
