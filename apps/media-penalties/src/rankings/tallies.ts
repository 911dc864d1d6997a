import { Injectable } from '@nestjs/common';
import type { RankedStore } from '@huiying/contracts';
import { Clock, Directory } from '@huiying/platform';
import { CaseFacts } from '@huiying/service';
import type { Day } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { type StoreDays, StoreRegister } from '../stores/store-register.js';
import { ComplaintCount, type CountedComplaint } from './complaint-count.js';
import { rankStores, type TalliedCase } from './ranking.js';

/** The count of one region and year. */
export interface Tally {
  stores: RankedStore[];
  /** Complaints that nobody judged yet. */
  open: CountedComplaint[];
  /** Judged ones, malicious ones too. */
  cases: TalliedCase[];
}

/** A tally as it was kept last, with the days of business of its stores. */
export interface KeptTally {
  stores: RankedStore[];
  cases: TalliedCase[];
  days: Map<string, StoreDays>;
}

/** Counts complaints by store: of every store of the region that did business in the year (R11.9). */
@Injectable()
export class Tallies {
  constructor(
    private readonly count: ComplaintCount,
    private readonly register: StoreRegister,
    private readonly directory: Directory,
    private readonly facts: CaseFacts,
    private readonly models: PublishedModels,
    private readonly clock: Clock,
  ) {}

  async of(manager: EntityManager, regionId: string, year: number): Promise<Tally> {
    const [from, until] = [`${year}-01-01`, `${year}-12-31`];
    const storeIds = await this.storesOf(manager, regionId, from, until);
    const complaints = await this.count.of(manager, storeIds, from, until);
    const judged = complaints.flatMap(({ caseNo: no, storeId, receivedOn, malicious }) =>
      storeId === null || malicious === null ? [] : [{ no, storeId, receivedOn, malicious }],
    );
    const disputes = this.countsInterStore() ? await this.disputed(manager, storeIds, from, until) : [];
    const cases = [...judged, ...disputes];
    const counts = new Map(storeIds.map((id) => [id, 0]));
    for (const { storeId, malicious } of cases) if (!malicious) counts.set(storeId, (counts.get(storeId) ?? 0) + 1);
    return { stores: rankStores(counts), open: complaints.filter(({ malicious }) => malicious === null), cases };
  }

  /** A child of a master has no judgement of its own: what was judged of the master holds for it. */
  async followMasters(manager: EntityManager, open: readonly CountedComplaint[]): Promise<void> {
    for (const { caseNo } of open) {
      const master = (await this.facts.find(caseNo))?.masterNo;
      const judged = master ? await this.count.find(manager, master) : undefined;
      if (judged?.malicious != null) await this.count.settle(manager, caseNo, judged.malicious, 'system');
    }
  }

  async keep(manager: EntityManager, regionId: string, year: number, { stores, cases }: Tally): Promise<void> {
    await manager.query(
      `INSERT INTO ranking_tally (region_id, year, stores, cases, tallied_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (region_id, year) DO UPDATE SET stores = $3, cases = $4, tallied_at = $5`,
      [regionId, year, JSON.stringify(stores), JSON.stringify(cases), this.clock.now()],
    );
  }

  /** As it was counted last: what the ranking that waits for its approval says. */
  async kept(manager: EntityManager, regionId: string, year: number): Promise<KeptTally> {
    const [row] = await manager.query<Pick<KeptTally, 'stores' | 'cases'>[]>(
      `SELECT stores, cases FROM ranking_tally WHERE region_id = $1 AND year = $2`,
      [regionId, year],
    );
    const { stores = [], cases = [] } = row ?? {};
    const ids = stores.map(({ storeId }) => storeId);
    return { stores, cases, days: await this.register.days(manager, ids) };
  }

  /** Decision `rank-fine` on the published version, yuan. */
  fineOf({ rank, counted }: RankedStore): number {
    const { output } = this.models.decisions().evaluate('rank-fine', { rank, counted });
    return Number(output ?? 0);
  }

  private async storesOf(manager: EntityManager, regionId: string, from: Day, until: Day): Promise<string[]> {
    const region = await this.directory.unit(regionId);
    const units = region ? await this.directory.unitsOf(region.orgId) : [];
    const stores: string[] = [];
    for (const { id, kind } of units) {
      if (kind !== 'store') continue;
      const above = await this.directory.unitsAbove(id);
      if (above.some((unit) => unit.id === regionId)) stores.push(id);
    }
    const days = await this.register.days(manager, stores);
    return stores.filter((id) => didBusiness(days.get(id), from, until));
  }

  private countsInterStore(): boolean {
    const { output } = this.models.decisions().evaluate('rank-fine-parameters', {});
    return (output as { countInterStore?: boolean } | null)?.countInterStore === true;
  }

  /** Respondents of disputes that were filed and did not lapse, where an operator lets them count (gap 37). */
  private disputed(manager: EntityManager, storeIds: string[], from: Day, until: Day): Promise<TalliedCase[]> {
    return manager.query<TalliedCase[]>(
      `SELECT dispute_no AS no, respondent_store_id AS "storeId", (opened_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "receivedOn",
         false AS malicious FROM dispute
       WHERE respondent_store_id = ANY ($1) AND state IN ('to-serve', 'to-reply', 'to-rule', 'ruled')
         AND (opened_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2 AND $3`,
      [storeIds, from, until],
    );
  }
}

/** Pure: first and last day of business, each where it lies within the year. */
export function daysWithin(days: StoreDays | undefined, year: number): StoreDays {
  const within = (day: Day | null | undefined) => (day?.startsWith(`${year}-`) === true ? day : null);
  return { openedOn: within(days?.openedOn), closedOn: within(days?.closedOn) };
}

/** Pure: whether a store was open on any day of the year. */
function didBusiness(days: StoreDays | undefined, from: Day, until: Day): boolean {
  if (!days) return true;
  return (days.openedOn === null || days.openedOn <= until) && (days.closedOn === null || days.closedOn >= from);
}
