import { Injectable } from '@nestjs/common';
import type { HotTopic } from '@huiying/contracts';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import type { Period } from '../figures/period.js';
import { wordOf } from './hot-topic-detector.js';

type Row = Omit<HotTopic, 'detectedAt'> & { detectedAt: Date };

@Injectable()
export class HotTopicsService {
  constructor(private readonly database: DataSource) {}

  /** Those whose week reaches into the period, below a unit, newest first. */
  async of(unitId: string, period: Period): Promise<HotTopic[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT h.hot_topic_id AS "hotTopicId", h.word, h.org_id AS "orgId", u.name AS organisation,
         h.project_id AS "projectId", h.project, h.from_on::text AS "from", h.to_on::text AS "to", h.count, h.before,
         h.detected_at AS "detectedAt"
       FROM hot_topic h JOIN access.unit u ON u.id = h.org_id
       WHERE h.to_on >= $2 AND h.from_on <= $3
         AND EXISTS (SELECT 1 FROM access.unit_ancestor a WHERE a.unit_id = h.org_id AND a.ancestor_id = $1)
       ORDER BY h.detected_at DESC, h.count DESC, h.word LIMIT 100`,
      [unitId, period.from, period.until],
    );
    return rows.map((row) => ({ ...row, word: wordOf(row.word), detectedAt: toLocalIso(row.detectedAt) }));
  }
}
