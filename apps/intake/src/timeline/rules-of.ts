import { NOTICES, type EventType, type NoticeTemplate } from '@huiying/contracts';

/** Rules of the catalogue that an entry of the timeline shows, by event type. */
const RULES: Partial<Record<EventType, readonly string[]>> = {
  'case.registered': ['R03.1', 'R04.3'],
  'case.accepted': ['R01.3', 'R04.4'],
  'case.diverted': ['R04.4'],
  'case.severity-changed': ['R10.5', 'R10.6'],
  'case.routed': ['R04.1'],
  'case.dispatched': ['R03.3'],
  'case.linked': ['R10.5'],
  'case.owner-changed': ['R12.1'],
  'case.reopened': ['R01.7'],
  'case.archived': ['R13.4'],
  'supplement.requested': ['R01.2'],
  'supplement.received': ['R01.2'],
  'serious-problem.reported': ['R12.6'],
  'investigation.opened': ['R04.6'],
  'evidence.added': ['R04.7'],
  'hearing.held': ['R04.7'],
  'consultation.opened': ['R04.10'],
  'consultation.concluded': ['R04.10'],
  'mediation.agreed': ['R06.7'],
  'mediation.failed': ['R06.7'],
  'decision.issued': ['R04.8', 'R04.9'],
  'measure.done': ['R01.5'],
  'measure.closed': ['R01.5'],
  'reply.filed': ['R12.3'],
  'inquiry.answered': ['R12.2'],
  'outcome.notified': ['R04.11'],
  'rating.received': ['R08.6'],
  'appeal.recorded': ['R01.7'],
  'review.decided': ['R01.7', 'R04.12'],
  'case.verified': ['R13.9'],
  'overdue.handled': ['R03.8'],
  'survey.done': ['R02.3'],
  'repair.done': ['R02.9'],
  'emergency.activated': ['R08.7'],
};

/** The rule of a limit is in its id; a notice carries those of its template. */
export function rulesOf(type: string, detail: Readonly<Record<string, unknown>>): string[] {
  const limit = typeof detail['limitId'] === 'string' ? [detail['limitId'].split('#')[0] ?? ''] : [];
  const template = detail['template'];
  const notice =
    type === 'notice.sent' && typeof template === 'string' && template in NOTICES
      ? NOTICES[template as NoticeTemplate].rules
      : [];
  return [...new Set([...limit, ...notice, ...(RULES[type as EventType] ?? [])])];
}
