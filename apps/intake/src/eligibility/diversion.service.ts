import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Admission, OrgType, SupervisionInput } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { ServiceClient } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import type { JobOf } from '@huiying/zeebe';
import { EmergencyStart } from '../actions/emergency-start.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { flagOf } from '../case/figures.js';
import { FollowingService } from '../links/following.service.js';
import { SealedReports } from '../sealed-report/sealed-reports.js';
import { divert, startsEmergency, type Diversion } from './diversion.decider.js';
import { DiversionMeasures } from './diversion-measures.js';
import { ReviewOutcomes } from './review-outcomes.js';

/** Lets a case that is not accepted go where it belongs (R01.3, R04.4). */
@Injectable()
export class DiversionService {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly reviews: ReviewOutcomes,
    private readonly measures: DiversionMeasures,
    private readonly emergency: EmergencyStart,
    private readonly following: FollowingService,
    private readonly sealedReports: SealedReports,
    private readonly services: ServiceClient,
    private readonly outbox: Outbox,
  ) {}

  async divert(job: JobOf<'intake.divert-case'>, manager: EntityManager): Promise<void> {
    const { variables } = job;
    const review = await this.reviews.before(manager, variables.outcomeId);
    const row = await this.book.lock(manager, variables.subjectNo);
    const diversion = divert(variables.admission, variables.target ?? null);
    const kind = diversion.shown === 'other-procedure' ? null : (variables.kind ?? row.kind);
    const plannedOn = diversion.measure ? this.measures.dayFor(row) : null;
    const reportForm = review?.data['reportForm'] === 'oral' ? 'oral' : 'written';
    const targetNo = await this.handOver(manager, row, diversion, { plannedOn, reportForm });
    await this.book.change(manager, row, {
      admission: admissionShown(variables.admission),
      kind,
      severity: null,
      complexity: null,
      diversionReason: diversion.reason,
      target: diversion.shown,
      targetNo,
    });
    await this.book.move(manager, row, { to: 'not-accepted', own: true }, 'case.diverted');
    await this.outbox.event(manager, {
      type: 'case.diverted',
      ...ofJobAbout(job, aboutCase(row)),
      data: {
        admission: admissionShown(variables.admission),
        reason: diversion.reason,
        kind,
        ...(diversion.shown ? { target: diversion.shown } : {}),
        ...(targetNo ? { targetNo } : {}),
        ...(plannedOn ? { plannedOn } : {}),
      },
    });
    await this.following.passOn(manager, row.caseNo, 'intake.divert-case');
    if (startsEmergency(diversion, flagOf(row.dangerToPersons))) await this.emergency.start(manager, row, 'danger');
  }

  /** Starts what takes the case over; answers the number under which it goes on, where others may know it. */
  private async handOver(
    manager: EntityManager,
    row: ComplaintCase,
    { starts, measure }: Diversion,
    { plannedOn, reportForm }: { plannedOn: string | null; reportForm: 'oral' | 'written' },
  ): Promise<string | null> {
    if (measure && plannedOn) return this.measures.order(manager, row, measure, plannedOn);
    switch (starts) {
      case 'employee-report':
        await this.sealedReports.takeOver(manager, row, reportForm);
        return null;
      case 'supervision':
        await this.supervise(row);
        return null;
      case 'inquiry-handling':
        await this.messages.start(manager, 'start-inquiry-handling', row.caseNo, this.messages.subjectOf(row));
        return row.caseNo;
      case null:
        return null;
    }
  }

  /** The supervision office opens its own sealed file; a repeat finds it there. Neither number nor event of it comes back to the case. */
  private async supervise({ caseNo, orgId, orgType }: ComplaintCase): Promise<void> {
    const input: SupervisionInput = { caseNo, orgId, orgType: orgType as OrgType };
    await this.services.post('investigation', '/internal/supervisions', input);
  }
}

type Shown = Exclude<Admission, 'accept' | 'supplement'>;

/** `supplement` means that it was asked for and did not come. */
const admissionShown = (admission: Admission): Shown =>
  admission === 'supplement' ? 'abandoned' : admission === 'accept' ? 'divert' : admission;
