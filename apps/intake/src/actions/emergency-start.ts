import { Injectable } from '@nestjs/common';
import type { EmergencyCause, MessageVariables } from '@huiying/contracts';
import type { EntityManager } from 'typeorm';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';

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
    await this.book.change(manager, row, { emergency: true, emergencyBecause: because });
    const figures = await this.book.severityFigures(row, manager);
    await this.messages.start(manager, 'start-emergency-response', row.caseNo, {
      ...this.messages.subjectOf(row),
      ...figures,
      projectType: row.projectType as Start['projectType'],
      severity: row.severity as Start['severity'],
      because,
    });
    return true;
  }
}
