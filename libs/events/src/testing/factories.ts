import type { EventDraft } from '../outbox/event-draft.js';

/** A small event of a case, as intake may append it from the portal. */
export function supplementReceived(caseNo: string, files = 1): EventDraft<'supplement.received'> {
  return {
    type: 'supplement.received',
    subject: caseNo,
    caseNo,
    orgId: 'FH01',
    actorId: 'complainant',
    data: { files },
    cause: { route: 'portal.answer' },
  };
}
