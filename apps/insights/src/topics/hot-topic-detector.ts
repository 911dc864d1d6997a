import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CAUSE_NAMES, type CauseCode } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { addDays, dayOf, type Day } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';
import { IS_COMPLAINT } from '../figures/case-filter.js';
import { Parameters } from '../figures/parameters.js';

const WEEK = 7;

interface Found {
  word: string;
  org_id: string;
  project_id: string | null;
  project: string | null;
  count: number;
  before: number;
}

/**
 * R06.5: a subject that came up much oftener in one place of one company within a week than in the week before. Subjects are the words
 * of the list that stood in the complaints, and the causes that their handling named.
 */
@Injectable()
export class HotTopicDetector {
  constructor(
    private readonly parameters: Parameters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The week that ends today. A topic that is hot already is not told again while its week lasts. */
  async run(manager: EntityManager): Promise<void> {
    const to = dayOf(this.clock.now());
    const from = addDays(to, 1 - WEEK);
    for (const found of await this.find(manager, from, to)) await this.tell(manager, found, from, to);
  }

  private async find(manager: EntityManager, from: Day, to: Day): Promise<Found[]> {
    const { hotTopicFrom, hotTopicTimes } = this.parameters.now();
    return manager.query<Found[]>(
      `SELECT s.word, s.org_id, s.project_id, s.project, s.count, s.before FROM (
         SELECT w.word, c.org_id, c.project_id, c.project,
           count(*) FILTER (WHERE c.received_on >= $1)::int AS count,
           count(*) FILTER (WHERE c.received_on < $1)::int AS before
         FROM case_fact c,
           unnest(c.words || CASE WHEN c.cause_code IS NULL THEN '{}' ELSE ARRAY['#' || c.cause_code] END) AS w(word)
         WHERE c.received_on BETWEEN $1::date - ${WEEK} AND $2 AND ${IS_COMPLAINT}
         GROUP BY w.word, c.org_id, c.project_id, c.project) s
       WHERE s.count >= $3 AND s.count >= $4 * s.before
         AND NOT EXISTS (SELECT 1 FROM hot_topic h WHERE h.word = s.word AND h.org_id = s.org_id
           AND h.project IS NOT DISTINCT FROM s.project AND h.to_on >= $1)
       ORDER BY s.count DESC, s.word LIMIT 100`,
      [from, to, hotTopicFrom, hotTopicTimes],
    );
  }

  private async tell(manager: EntityManager, found: Found, from: Day, to: Day): Promise<void> {
    const hotTopicId = randomUUID();
    await manager.query(
      `INSERT INTO hot_topic (hot_topic_id, word, org_id, project_id, project, from_on, to_on, count, before, detected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[hotTopicId, found.word, found.org_id, found.project_id, found.project],
        ...[from, to, found.count, found.before, this.clock.now()],
      ],
    );
    await this.outbox.event(manager, {
      type: 'hot-topic.detected',
      subject: hotTopicId,
      orgId: found.org_id,
      actorId: 'clock',
      cause: { clock: 'hot-topics' },
      data: {
        hotTopicId,
        word: wordOf(found.word),
        ...(found.project_id ? { projectId: found.project_id } : {}),
        from,
        to,
        count: found.count,
        before: found.before,
      },
    });
  }
}

/** A cause is kept as `#<code>`, so that it is never taken for a word of a complaint. */
export function wordOf(word: string): string {
  return word.startsWith('#') ? (CAUSE_NAMES[word.slice(1) as CauseCode]?.zh ?? word.slice(1)) : word;
}
