import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { yearOf } from './ranking-subject.js';

const FEN = 100;

/** The ranking of a region's stores for a year is published, for everybody who works there (R11.9). */
@ZeebeWorker('media-penalties.publish-ranking')
export class PublishRankingWorker implements JobHandler<'media-penalties.publish-ranking'> {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'media-penalties.publish-ranking'>, { manager }: JobContext) {
    const { subjectNo, orgId, unitId: regionId, period, stores, fines } = job.variables;
    const year = yearOf(period);
    const fineFen = new Map(fines.map(({ storeId, fineYuan }) => [storeId, Math.round(fineYuan * FEN)]));
    const places = stores.map((store) => ({ ...store, fineFen: fineFen.get(store.storeId) ?? 0 }));
    await manager.query(`DELETE FROM ranking WHERE region_id = $1 AND year = $2`, [regionId, year]);
    await manager.query(
      `INSERT INTO ranking (region_id, year, org_id, published_at, explained) VALUES ($1, $2, $3, $4, true)`,
      [regionId, year, orgId, this.clock.now()],
    );
    await manager.query(
      `INSERT INTO ranking_place (region_id, year, store_id, rank, counted, fine_fen)
       SELECT $1, $2, * FROM jsonb_to_recordset($3::jsonb) AS p("storeId" text, rank int, counted int, "fineFen" int)`,
      [regionId, year, JSON.stringify(places)],
    );
    // The complaints behind it, as the tally that was approved counted them.
    await manager.query(
      `INSERT INTO ranking_case (region_id, year, no, store_id, received_on, malicious)
       SELECT t.region_id, t.year, c.* FROM ranking_tally t,
         jsonb_to_recordset(t.cases) AS c(no text, "storeId" text, "receivedOn" date, malicious boolean)
       WHERE t.region_id = $1 AND t.year = $2`,
      [regionId, year],
    );
    await this.outbox.event(manager, {
      type: 'ranking.published',
      ...ofJobAbout(job, { subject: subjectNo, orgId }),
      data: { regionId, year, stores: places },
    });
    return {};
  }
}
