import { Injectable } from '@nestjs/common';
import type { RankingList, RankingRow } from '@huiying/contracts';
import type { StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';

export interface RankingFilter {
  regionId?: string;
  year?: number;
}

interface Row {
  regionId: string;
  regionName: string;
  year: number;
  publishedAt: Date;
  stores: RankingRow[];
}

/** Published rankings of the regions of one's own company and below one's own organisation, newest year first. */
@Injectable()
export class RankingListService {
  constructor(private readonly database: DataSource) {}

  async list({ regionId, year }: RankingFilter, { holdings }: StaffSubject): Promise<RankingList> {
    const orgIds = [...new Set(holdings.map(({ orgId }) => orgId))];
    const rows = await this.database.query<Row[]>(
      `SELECT k.region_id AS "regionId", coalesce(u.name, k.region_id) AS "regionName", k.year, k.published_at AS "publishedAt",
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
    return {
      items: rows
        .filter(
          (row) => (regionId === undefined || row.regionId === regionId) && (year === undefined || row.year === year),
        )
        .map((row) => ({ ...row, publishedAt: toLocalIso(row.publishedAt), stores: row.stores ?? [] })),
      regions: [...regions].map(([id, name]) => ({ regionId: id, name })),
    };
  }
}
