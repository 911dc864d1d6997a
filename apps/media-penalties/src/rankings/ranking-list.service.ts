import { Injectable } from '@nestjs/common';
import { PENALTY_STATE_NAMES, type PenaltyState, type RankingList, type RankingRow } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { fenOf } from '../penalties/penalty-kind.js';
import { StoreRegister } from '../stores/store-register.js';
import { rankStores } from './ranking.js';
import { type PublishedCase, RankingCases } from './ranking-cases.js';
import { daysWithin, Tallies } from './tallies.js';

export interface RankingFilter {
  regionId?: string;
  year?: number;
}

interface Place {
  storeId: string;
  storeName: string;
  rank: number;
  counted: number;
  fineFen: number;
}

interface Row {
  regionId: string;
  regionName: string;
  year: number;
  publishedAt: Date;
  explained: boolean;
  stores: Place[] | null;
}

interface Fine {
  source: string;
  storeId: string;
  penaltyNo: string;
  state: PenaltyState;
}

/**
 * Published rankings of the regions of one's own company and below one's own organisation, newest year first. Whoever may read a store's
 * penalties reads the complaints behind its place too, and what became of them since.
 */
@Injectable()
export class RankingListService {
  constructor(
    private readonly database: DataSource,
    private readonly cases: RankingCases,
    private readonly tallies: Tallies,
    private readonly register: StoreRegister,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list({ regionId, year }: RankingFilter, caller: StaffSubject): Promise<RankingList> {
    const orgIds = [...new Set(caller.holdings.map(({ orgId }) => orgId))];
    const rows = await this.database.query<Row[]>(
      `SELECT k.region_id AS "regionId", coalesce(u.name, k.region_id) AS "regionName", k.year, k.published_at AS "publishedAt",
         k.explained,
         (SELECT json_agg(json_build_object('storeId', p.store_id, 'storeName', coalesce(s.name, p.store_id), 'rank', p.rank,
            'counted', p.counted, 'fineFen', p.fine_fen) ORDER BY p.rank, p.store_id)
          FROM ranking_place p LEFT JOIN access.unit s ON s.id = p.store_id
          WHERE p.region_id = k.region_id AND p.year = k.year) AS stores
       FROM ranking k LEFT JOIN access.unit u ON u.id = k.region_id
       WHERE EXISTS (SELECT 1 FROM access.unit_ancestor a WHERE a.unit_id = k.region_id AND a.ancestor_id = ANY ($1))
       ORDER BY k.year DESC, k.region_id`,
      [orgIds],
    );
    const regions = new Map(rows.map((row) => [row.regionId, row.regionName]));
    const asked = rows.filter(
      (row) => (regionId === undefined || row.regionId === regionId) && (year === undefined || row.year === year),
    );
    const fines = await this.fines(asked, caller);
    return {
      items: await Promise.all(
        asked.map(async ({ explained, ...row }) => ({
          ...row,
          publishedAt: toLocalIso(row.publishedAt),
          stores: await this.places({ ...row, explained }, fines, caller),
        })),
      ),
      regions: [...regions].map(([id, name]) => ({ regionId: id, name })),
    };
  }

  private async places(
    { regionId, year, explained, stores }: Row,
    fines: readonly Fine[],
    caller: StaffSubject,
  ): Promise<RankingRow[]> {
    const { manager } = this.database;
    const places = stores ?? [];
    const storeIds = places.map(({ storeId }) => storeId);
    const days = await this.register.days(manager, storeIds);
    const cases = explained ? await this.cases.of(manager, { regionId, year, storeIds }) : [];
    const readable = explained ? await this.cases.readableStores(manager, storeIds, caller) : new Set<string>();
    const now = this.nowOf(storeIds, cases);
    return places.map((place) => {
      const mine = readable.has(place.storeId);
      const fine = fines.find((one) => one.source === `ranking:${regionId}:${year}` && one.storeId === place.storeId);
      return {
        ...place,
        ...daysWithin(days.get(place.storeId), year),
        cases: mine
          ? cases.filter(({ storeId }) => storeId === place.storeId).map(({ storeId: _storeId, ...one }) => one)
          : null,
        fine: fine
          ? { penaltyNo: fine.penaltyNo, state: fine.state, stateText: PENALTY_STATE_NAMES[fine.state] }
          : null,
        now: mine ? changed(place, now.get(place.storeId)) : null,
      };
    });
  }

  /** Places as they would come out by the judgements of today. */
  private nowOf(storeIds: readonly string[], cases: readonly PublishedCase[]): Map<string, RankingRow['now']> {
    const counts = new Map(storeIds.map((id) => [id, 0]));
    for (const { storeId, countsNow } of cases) if (countsNow) counts.set(storeId, (counts.get(storeId) ?? 0) + 1);
    return new Map(
      rankStores(counts).map((store) => [
        store.storeId,
        { rank: store.rank, counted: store.counted, fineFen: fenOf(this.tallies.fineOf(store)) },
      ]),
    );
  }

  /** Fines that followed from these rankings, those that the caller may read. */
  private fines(rows: readonly Row[], caller: StaffSubject): Promise<Fine[]> {
    const sources = rows.map(({ regionId, year }) => `ranking:${regionId}:${year}`);
    const columns = { caseNo: 'p.case_no', unitId: 'p.store_id', parties: 'p.parties' };
    const allowed = whereAllowed(this.access.for(caller, 'penalty.list'), columns, 2, this.clock.now());
    return this.database.query<Fine[]>(
      `SELECT p.source, p.store_id AS "storeId", p.penalty_no AS "penaltyNo", p.state FROM penalty p
       WHERE p.source = ANY ($1) AND ${allowed.sql}`,
      [sources, ...allowed.params],
    );
  }
}

/** null where nothing changed since the publication. */
function changed(place: Place, now: RankingRow['now'] | undefined): RankingRow['now'] {
  if (!now) return null;
  return now.counted === place.counted && now.rank === place.rank ? null : now;
}
