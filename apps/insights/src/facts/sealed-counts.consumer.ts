import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';

/** Of employee reports and supervisions a number a year, nothing else (access.md §5). */
@Controller()
export class SealedCountsConsumer {
  @OnEvent(['employee-report.registered', 'supervision.opened'], { group: 'insights.sealed-counts' })
  async counted(
    { type, data }: CloudEvent<'employee-report.registered' | 'supervision.opened'>,
    { manager }: EventContext,
  ): Promise<void> {
    const kind = type === 'supervision.opened' ? 'supervision' : 'employee-report';
    await manager.query(
      `INSERT INTO sealed_count (kind, org_id, year, count) VALUES ($1, $2, $3, 1)
       ON CONFLICT (kind, org_id, year) DO UPDATE SET count = sealed_count.count + 1`,
      [kind, data.orgId, Number(data.at.slice(0, 4))],
    );
  }
}
