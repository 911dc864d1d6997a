import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';
import type { ReportContent } from '../record/report.js';
import { StaffLines } from './staff-lines.js';

/** Parts that decision `report-handlers` knows. */
export type Part = 'supervisor' | 'hr' | 'manager' | 'report-custodian' | 'lead' | 'investigator' | 'group-centre';

const ROLES_OF: Readonly<Record<'supervisor' | 'hr' | 'manager' | 'report-custodian', readonly string[]>> = {
  supervisor: ['supervisor'],
  hr: ['hr'],
  manager: ['management', 'general-manager', 'deputy-general-manager', 'region-executive', 'group-executive'],
  // The second of an organisation is the substitute where the report names the first (R05.8).
  'report-custodian': ['report-custodian'],
};
const CENTRE = ['group-supervision-centre'];

/** How somebody stands to a report. */
export type Standing = 'named' | 'subordinate' | 'free';

/** Who is kept out of a report, as the directory is now. */
export interface Exclusion {
  named: ReadonlySet<string>;
  subordinates: ReadonlySet<string>;
}

/** Who handles a report (R05.7, R05.8): nearest unit first, nobody named and nobody below them. */
@Injectable()
export class HandlerChoice {
  constructor(
    private readonly staff: StaffLines,
    private readonly models: PublishedModels,
  ) {}

  async exclusion({ namedIds, reporterIds }: ReportContent): Promise<Exclusion> {
    return { named: new Set([...namedIds, ...reporterIds]), subordinates: await this.staff.below(namedIds) };
  }

  /** The next free person of a part: level by level upwards; undefined where nobody is left. */
  async next(
    content: ReportContent,
    part: keyof typeof ROLES_OF,
    exclusion: Exclusion,
    without: readonly string[] = [],
  ): Promise<string | undefined> {
    for (const level of await this.staff.line(content.unitId ?? content.orgId)) {
      const heads = part === 'supervisor' ? await this.staff.headOf(level) : [];
      // The unit's own head is the direct superior; who holds the post of supervisor there comes next.
      for (const personId of [...heads, ...(await this.staff.holders(ROLES_OF[part], level))]) {
        if (without.includes(personId)) continue;
        if (await this.mayHave(personId, part, exclusion)) return personId;
      }
    }
    return undefined;
  }

  /**
   * Members of the group centre who may assign. Where somebody at the very top is named, everybody works below them: then those who are
   * not named themselves, for somebody has to.
   */
  async centre({ orgId }: ReportContent, exclusion: Exclusion): Promise<string[]> {
    const top = (await this.staff.line(orgId)).at(-1) ?? orgId;
    const members = await this.staff.holders(CENTRE, top);
    const fit: string[] = [];
    for (const personId of members) if (await this.staff.mayHandle(personId)) fit.push(personId);
    const free = fit.filter((personId) => this.standing(personId, exclusion) === 'free');
    return free.length > 0 ? free : fit.filter((personId) => this.standing(personId, exclusion) !== 'named');
  }

  /** May this person have this part of the report, by decision `report-handlers`? */
  async mayHave(personId: string, part: Part, exclusion: Exclusion): Promise<boolean> {
    const role = part === 'investigator' ? 'lead' : part;
    const relation = this.standing(personId, exclusion);
    const { output } = this.models.decisions().evaluate('report-handlers', { relation, role });
    return output === true && (await this.staff.mayHandle(personId));
  }

  standing(personId: string, { named, subordinates }: Exclusion): Standing {
    if (named.has(personId)) return 'named';
    return subordinates.has(personId) ? 'subordinate' : 'free';
  }
}
