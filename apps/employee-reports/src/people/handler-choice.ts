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
  /** Somebody at the very top is named, so that everybody works below them. */
  everybody: boolean;
}

/** Who handles a report (R05.7, R05.8): nearest unit first, nobody named and nobody below them. */
@Injectable()
export class HandlerChoice {
  constructor(
    private readonly staff: StaffLines,
    private readonly models: PublishedModels,
  ) {}

  async exclusion({ orgId, namedIds, reporterIds }: ReportContent): Promise<Exclusion> {
    const subordinates = await this.staff.below(namedIds);
    const heads = await this.staff.headOf(await this.staff.topOf(orgId));
    const everybody = subordinates.size > 0 && heads.some((head) => namedIds.includes(head));
    return { named: new Set([...namedIds, ...reporterIds]), subordinates, everybody };
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
   * Who may assign: members of the group centre who are free; where its head is named, the head of the group instead of people who work
   * below them. Where the head of the group is named, everybody works below: then the members who are not named, for somebody has to.
   */
  async centre({ orgId }: ReportContent, exclusion: Exclusion): Promise<string[]> {
    const top = await this.staff.topOf(orgId);
    const members = await this.fit(await this.staff.holders(CENTRE, top));
    for (const persons of [members, await this.fit(await this.staff.headOf(top))]) {
      const free = persons.filter((personId) => this.standing(personId, exclusion) === 'free');
      if (free.length > 0) return free;
    }
    return members.filter((personId) => this.standing(personId, exclusion) !== 'named');
  }

  private async fit(personIds: readonly string[]): Promise<string[]> {
    const fit: string[] = [];
    for (const personId of personIds) if (await this.staff.mayHandle(personId)) fit.push(personId);
    return fit;
  }

  /** May this person have this part of the report, by decision `report-handlers`? */
  async mayHave(personId: string, part: Part, exclusion: Exclusion): Promise<boolean> {
    const role = part === 'investigator' ? 'lead' : part;
    const relation = this.standing(personId, exclusion);
    const { output } = this.models.decisions().evaluate('report-handlers', { relation, role });
    return output === true && (await this.staff.mayHandle(personId));
  }

  /** May a person be named for a part by hand? Where everybody works below somebody named, whoever is not named themselves may. */
  async mayBeNamed(personId: string, part: Part, exclusion: Exclusion): Promise<boolean> {
    if (await this.mayHave(personId, part, exclusion)) return true;
    const isBelow = exclusion.everybody && this.standing(personId, exclusion) === 'subordinate';
    return isBelow && (await this.staff.mayHandle(personId));
  }

  standing(personId: string, { named, subordinates }: Exclusion): Standing {
    if (named.has(personId)) return 'named';
    return subordinates.has(personId) ? 'subordinate' : 'free';
  }
}
