import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FollowedStep } from '@huiying/contracts';
import type { CloudEvent } from '@huiying/events';
import { toLocalIso } from '@huiying/working-time';
import type { ComplaintCase } from '../case/complaint-case.entity.js';

export interface TimelineRow {
  id: string;
  at: Date;
  type: string;
  actor_id: string;
  process: string | null;
  element: string | null;
  detail: Record<string, unknown>;
}

const COMMON = ['caseNo', 'orgId', 'at', 'actorId'];

/** Events that begin a step of the complainant's page. */
const BEGINS: Record<string, FollowedStep['step']> = {
  'case.registered': 'received',
  'case.accepted': 'handling',
  'decision.issued': 'result',
  'outcome.notified': 'rating',
  'case.archived': 'closed',
  'case.diverted': 'closed',
  'case.withdrawn': 'closed',
};

/** The read model of everything that happened to a case, of all services (architecture.md §10). */
@Injectable()
export class TimelineStore {
  constructor(private readonly database: DataSource) {}

  /** The same event again changes nothing. */
  async add(manager: EntityManager, event: CloudEvent): Promise<void> {
    const caseNo = event.caseno;
    if (caseNo === undefined) return;
    const data = event.data as unknown as Record<string, unknown>;
    const detail = Object.fromEntries(Object.entries(data).filter(([key]) => !COMMON.includes(key)));
    await manager.query(
      `INSERT INTO timeline_entry (id, case_no, at, type, source, sequence, actor_id, process, element, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING`,
      [
        event.id,
        caseNo,
        event.time,
        event.type,
        event.source,
        event.sequence,
        data['actorId'],
        event.processid ?? null,
        event.elementid ?? null,
        JSON.stringify(detail),
      ],
    );
  }

  list(caseNo: string): Promise<TimelineRow[]> {
    return this.database.query<TimelineRow[]>(
      `SELECT id, at, type, actor_id, process, element, detail FROM timeline_entry WHERE case_no = $1 ORDER BY at, source, sequence`,
      [caseNo],
    );
  }

  /** When the steps of the complainant's page began. */
  async stepsOf(row: ComplaintCase): Promise<Partial<Record<FollowedStep['step'], string>>> {
    const received = toLocalIso(row.receivedAt);
    const steps: Partial<Record<FollowedStep['step'], string>> = { received, review: received };
    for (const { type, at } of await this.list(row.caseNo)) {
      const step = BEGINS[type];
      if (step) steps[step] ??= toLocalIso(at);
    }
    return steps;
  }
}
