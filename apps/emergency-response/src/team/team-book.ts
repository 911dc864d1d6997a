import { Injectable } from '@nestjs/common';
import { Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import type { Response } from '../responses/response.entity.js';

export interface TeamMember {
  personId: string;
  duty: string;
}

/** 应急小组 (R08.8): persons by id, leads by role. */
export interface Team {
  siteLead: string;
  members: TeamMember[];
  monitorLead: string;
  spokesperson: string;
  departments: string[];
  /** 处置方案 */
  plan: string;
  formedBy: string;
  formedAt: Date;
}

interface Row extends Omit<Team, 'members' | 'plan'> {
  plan_enc: string;
}

@Injectable()
export class TeamBook {
  constructor(private readonly vault: Vault) {}

  async form(manager: EntityManager, { caseNo, n }: Response, team: Team): Promise<void> {
    const sealed = await this.vault.seal(
      manager,
      placeOf(caseNo, n),
      JSON.stringify({ plan: team.plan, members: team.members }),
    );
    await manager.query(
      `INSERT INTO team (case_no, n, site_lead, member_ids, monitor_lead, spokesperson, departments, plan_enc, formed_by, formed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (case_no, n) DO NOTHING`,
      [
        caseNo,
        n,
        team.siteLead,
        team.members.map(({ personId }) => personId),
        team.monitorLead,
        team.spokesperson,
        team.departments,
        sealed,
        team.formedBy,
        team.formedAt,
      ],
    );
  }

  async find(manager: EntityManager, { caseNo, n }: Pick<Response, 'caseNo' | 'n'>): Promise<Team | undefined> {
    const [row] = await manager.query<Row[]>(
      `SELECT site_lead AS "siteLead", monitor_lead AS "monitorLead", spokesperson, departments, plan_enc,
         formed_by AS "formedBy", formed_at AS "formedAt"
       FROM team WHERE case_no = $1 AND n = $2`,
      [caseNo, n],
    );
    if (!row) return undefined;
    const { plan_enc, ...team } = row;
    const text = await this.vault.open(manager, placeOf(caseNo, n), plan_enc);
    return { ...team, ...(JSON.parse(text) as Pick<Team, 'plan' | 'members'>) };
  }
}

function placeOf(caseNo: string, n: number) {
  return { subject: caseNo, table: 'team', id: `${caseNo}:${n}`, column: 'plan_enc' };
}
