import { Injectable } from '@nestjs/common';
import type { EmergencyCause, MessageVariables } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';

const WAITS_MS = 10 * 60_000;

type Start = MessageVariables<'start-emergency-response'>;

/**
 * Starts the emergency response of a case by hand or out of a diversion, whatever state the case is in: mark and start message (R08.7).
 * Its first job tells the leading group (emergency.activated).
 */
@Injectable()
export class EmergencyStart {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
  ) {}

  /** false where the response runs already. */
  async start(manager: EntityManager, row: ComplaintCase, because: EmergencyCause): Promise<boolean> {
    if (row.emergency) return false;
    const again = row.emergencyBecause !== null;
    await this.book.change(manager, row, { emergency: true, emergencyBecause: because });
    const figures = await this.book.severityFigures(row, manager);
    const variables: Start = {
      ...this.messages.subjectOf(row),
      ...figures,
      projectType: row.projectType as Start['projectType'],
      severity: row.severity as Start['severity'],
      because,
    };
    // The response before may still be on its last step (the revision of the plan): the start waits for its end instead of getting lost.
    const waitsMs = again ? WAITS_MS : undefined;
    await this.messages.start(manager, 'start-emergency-response', row.caseNo, variables, waitsMs);
    return true;
  }
}
