import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import type { EntityManager } from 'typeorm';

/** 争议, 曝光, 处罚, 缺陷, 督办, 纠正措施, 修订, 调查 (processes.md §0 "Numbers"). */
type NumberPrefix = 'JF' | 'BG' | 'CF' | 'QX' | 'DB' | 'JZ' | 'XD' | 'DC';

/** Numbers of what a service opens itself: `JZ-<organisation>-<yyyyMMdd>-<nnnn>`, gapless per organisation and day. */
@Injectable()
export class OwnNumbers {
  constructor(private readonly clock: Clock) {}

  async next(manager: EntityManager, prefix: NumberPrefix, orgId: string): Promise<string> {
    const day = dayOf(this.clock.now());
    const [row] = await manager.query<{ last: number }[]>(
      `INSERT INTO own_number (prefix, org_id, day, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (prefix, org_id, day) DO UPDATE SET last = own_number.last + 1 RETURNING last`,
      [prefix, orgId, day],
    );
    return `${prefix}-${orgId}-${day.replaceAll('-', '')}-${String(row?.last).padStart(4, '0')}`;
  }
}
