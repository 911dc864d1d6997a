import { Controller } from '@nestjs/common';
import { type CloudEvent, type EventContext, OnEvent } from '@huiying/events';
import type { EntityManager } from 'typeorm';

const GROUP = { group: 'insights.limits', replayable: true } as const;

type LimitEvent =
  | 'deadline.started'
  | 'deadline.paused'
  | 'deadline.resumed'
  | 'deadline.extended'
  | 'deadline.met'
  | 'deadline.missed';

/** Limits met and missed, from the deadline clock's events. */
@Controller()
export class LimitsConsumer {
  @OnEvent(
    ['deadline.started', 'deadline.paused', 'deadline.resumed', 'deadline.extended', 'deadline.met', 'deadline.missed'],
    GROUP,
  )
  async told(event: CloudEvent<LimitEvent>, { manager }: EventContext): Promise<void> {
    const { data, type } = event;
    await keep(manager, data, changesOf(type, data));
    // A limit that was computed anew, because the case became complex or the calendar changed, names itself: it is none that gave way.
    if ('replaces' in data && data.replaces && data.replaces !== data.deadlineId)
      await manager.query(`UPDATE limit_fact SET replaced = true WHERE deadline_id = $1`, [data.replaces]);
  }
}

/**
 * Columns that an event of a limit changes besides its due moment. The end of a window is no delay, and what was met in time and only
 * told after its end was no miss; what was missed and is done after all is overdue no more.
 */
function changesOf(type: LimitEvent, data: CloudEvent<LimitEvent>['data']): object {
  switch (type) {
    case 'deadline.started':
      return {};
    case 'deadline.paused':
      return { paused: true };
    case 'deadline.resumed':
      return { paused: false };
    case 'deadline.extended':
      return { extended: true, missed_at: null };
    case 'deadline.met': {
      const inTime = 'usedPercent' in data && data.usedPercent <= 100;
      return { met_at: data.at, paused: false, ...(inTime && { missed_at: null }) };
    }
    case 'deadline.missed':
      return 'onMissed' in data && data.onMissed === 'path' ? {} : { missed_at: data.at };
  }
}

async function keep(manager: EntityManager, data: CloudEvent<LimitEvent>['data'], changes: object): Promise<void> {
  const facts = {
    deadline_id: data.deadlineId,
    case_no: data.caseNo ?? null,
    subject_no: data.subjectNo,
    org_id: data.orgId,
    limit_id: data.limitId,
    started_at: data.startedAt,
    due_at: data.dueAt,
    ...changes,
  };
  const columns = Object.keys(facts);
  await manager.query(
    `INSERT INTO limit_fact (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})
     ON CONFLICT (deadline_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    Object.values(facts),
  );
}
