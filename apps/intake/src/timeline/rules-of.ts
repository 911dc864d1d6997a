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
  'investigation.reported': ['R04.6', 'R04.9'],
  'case.withdrawn': ['R01.6'],
  'deadline.paused': ['R01.2'],
  'case.level-raised': ['R02.6', 'R07.4'],
  'work-order.issued': ['R07.4', 'R07.5'],
  'feedback.given': ['R07.6'],
  'feedback-date.changed': ['R07.7'],
  'survey.done': ['R02.3', 'R02.6'],
  'survey-report.sent': ['R02.8'],
  'repair.assigned': ['R02.9'],
  'repair.done': ['R02.9'],
  'defect.rectified': ['R10.4'],
  'defect.concentrated': ['R10.4'],
  'analysis.filed': ['R10.4'],
  'store.settled': ['R11.10'],
  'case.escalated-to-region': ['R11.10'],
  'fault.judged': ['R11.1', 'R11.2', 'R11.3'],
  'reprimand.published': ['R11.1', 'R11.2'],
  'penalty.imposed': ['R11.7'],
  'penalty.notified': ['R11.7'],
  'penalty.overdue': ['R11.7'],
  'penalty.paid': ['R11.7'],
  'penalty.revoked': ['R11.7'],
  'exposure.registered': ['R11.4'],
  'exposure.cleared': ['R11.4'],
  'exposure.confirmed': ['R11.4', 'R11.5', 'R11.6'],
  'dispute.filed': ['R11.12'],
  'dispute.settled': ['R11.12'],
  'dispute.lapsed': ['R11.12'],
  'dispute.served': ['R11.12'],
  'dispute.defaulted': ['R11.12'],
  'dispute.ruled': ['R11.12'],
  'emergency.activated': ['R08.7'],
  'emergency.measure-done': ['R08.8', 'R08.10'],
  'emergency.closed': ['R08.10'],
  'information.published': ['R08.8'],
  'corrective-action.opened': ['R13.7'],
  'corrective-action.closed': ['R13.7'],
};

/** The rule of a limit is in its id; a notice carries those of its template. */
export function rulesOf(type: string, detail: Readonly<Record<string, unknown>>): string[] {
  const limit = typeof detail['limitId'] === 'string' ? [detail['limitId'].split('#')[0] ?? ''] : [];
  const template = detail['template'];
  const notice =
    type === 'notice.sent' && typeof template === 'string' && template in NOTICES
      ? NOTICES[template as NoticeTemplate].rules
      : [];
  // A fine names the rule that imposed it.
  const fine = type.startsWith('penalty.') && typeof detail['ruleId'] === 'string' ? [detail['ruleId']] : [];
  return [...new Set([...limit, ...notice, ...fine, ...(RULES[type as EventType] ?? [])])];
}
