import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Admission, Kind, MediaExposure, OrgType, OutputOf, SupervisionInput } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock, ServiceClient } from '@huiying/platform';
import { ofJobAbout, PostTable } from '@huiying/service';
import { addDays, dayOf } from '@huiying/working-time';
import { type JobOf, PublishedModels } from '@huiying/zeebe';
import { EmergencyStart } from '../actions/emergency-start.js';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages, respondentsOf } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { flagOf } from '../case/figures.js';
import { SeverityTable } from '../case/severity.js';
import { FollowingService } from '../links/following.service.js';
import { RoutingTable, waiting } from '../links/routing.js';
import { ReplyDates } from '../registration/reply-dates.js';
import { SealedReports } from '../sealed-report/sealed-reports.js';
import { divert, startsEmergency, type Diversion } from './diversion.decider.js';
import { ReviewOutcomes } from './review-outcomes.js';

/** Accepts a case, or lets it go elsewhere (R01.3, R04.4). */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly reviews: ReviewOutcomes,
    private readonly severity: SeverityTable,
    private readonly routing: RoutingTable,
    private readonly dates: ReplyDates,
    private readonly posts: PostTable,
    private readonly emergency: EmergencyStart,
    private readonly following: FollowingService,
    private readonly sealedReports: SealedReports,
    private readonly models: PublishedModels,
    private readonly services: ServiceClient,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async accept(job: JobOf<'intake.accept-case'>, manager: EntityManager): Promise<OutputOf<'intake.accept-case'>> {
    const { variables } = job;
    await this.reviews.before(manager, variables.outcomeId);
    const row = await this.book.lock(manager, variables.subjectNo);
    // As the process recorded it last: the answers of the review may be in the case already, whoever was faster.
    const { severity: before, complexity: complexityBefore } = row;
    const kind = variables.kind ?? row.kind;
    const exposed = row.mediaExposure !== null && row.orgType !== 'brokerage';
    await this.book.change(manager, row, {
      admission: 'accept',
      kind,
      ...(exposed ? { harmsStanding: 'yes' as const } : {}),
      promisedOn: row.promisedOn ?? (isPromised(kind) ? this.dates.promisedOn(row.orgType, row.receivedAt) : null),
    });
    const figures = await this.book.severityFigures(row, manager);
    const graded = this.severity.of(figures);
    await this.book.change(manager, row, graded);
    await this.book.change(manager, row, { replyBy: this.promised(row) });
    const openDays = await this.book.openDays(row, dayOf(this.clock.now()), manager);
    const route = this.routing.of(row, openDays);
    await this.book.change(manager, row, row.masterNo ? waiting(route) : route);
    await this.book.move(manager, row, { to: 'accepted', own: true }, 'case.accepted');
    await this.accepted(manager, row, job);
    await this.messages.changed(manager, row, {
      before,
      complexityBefore,
      riskChanged: mayBeDangerous(row),
      seriousReported: false,
    });
    return {
      ...graded,
      complex: graded.complexity === 'complex',
      amountYuan: figures.amountYuan,
      households: figures.households,
      departmentCount: figures.departmentCount,
      keyCustomer: row.keyCustomer,
      masterNo: row.masterNo,
      respondents: respondentsOf(row),
    };
  }

  /**
   * The promise that the notice of acceptance repeats (R04.13): a complex case takes longer. What a pause or a key customer changed
   * is the deadline clock's to say, and its events correct this one.
   */
  private promised({ orgType, receivedAt, replyBy, complexity, keyCustomer }: ComplaintCase): Date {
    const untouched = replyBy.getTime() === this.dates.replyBy(orgType, receivedAt).getTime();
    return untouched && !keyCustomer ? this.dates.replyBy(orgType, receivedAt, complexity) : replyBy;
  }

  async divert(job: JobOf<'intake.divert-case'>, manager: EntityManager): Promise<void> {
    const { variables } = job;
    const review = await this.reviews.before(manager, variables.outcomeId);
    const row = await this.book.lock(manager, variables.subjectNo);
    const diversion = divert(variables.admission, variables.target ?? null);
    const kind = diversion.shown === 'other-procedure' ? null : (variables.kind ?? row.kind);
    const plannedOn = diversion.measure ? this.repairOrderDay(row.receivedOn) : null;
    const targetNo = await this.handOver(manager, row, diversion, {
      plannedOn,
      oral: review?.data['reportForm'] === 'oral',
    });
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

  /** What was known before the review, which the severity review compares with. */
  private async accepted(manager: EntityManager, row: ComplaintCase, job: JobOf<'intake.accept-case'>): Promise<void> {
    const about = ofJobAbout(job, aboutCase(row));
    await this.outbox.event(manager, {
      ...about,
      type: 'case.accepted',
      data: {
        admission: 'accept',
        kind: (row.kind as Kind | null) ?? 'none',
        ownerGroup: row.ownerGroup,
        ...(row.mediaExposure ? { mediaExposure: exposureOf(row.mediaExposure) } : {}),
      },
    });
    await this.outbox.event(manager, {
      ...about,
      type: 'case.changed',
      data: { changed: ['severity', 'complexity'], because: 'acceptance' },
    });
  }

  /** Starts what takes the case over; answers the number under which it goes on, where others may know it. */
  private async handOver(
    manager: EntityManager,
    row: ComplaintCase,
    diversion: Diversion,
    { plannedOn, oral }: { plannedOn: string | null; oral: boolean },
  ): Promise<string | null> {
    const { starts, measure, sealed } = diversion;
    if (sealed) {
      await this.sealedReports.takeOver(manager, row, oral ? 'oral' : 'written');
      return null;
    }
    const subject = this.messages.subjectOf(row);
    if (measure && plannedOn) return this.orderMeasure(manager, row, measure, plannedOn);
    if (starts === 'inquiry-handling')
      await this.messages.start(manager, 'start-inquiry-handling', row.caseNo, subject);
    else if (starts === 'supervision') await this.supervise(row);
    else if (starts) await this.messages.startLater(manager, starts, row.caseNo, subject);
    return starts === null || starts === 'supervision' ? null : row.caseNo;
  }

  /** The supervision office opens its own sealed file; a repeat finds it there. Neither number nor event of it comes back to the case. */
  private async supervise({ caseNo, orgId, orgType }: ComplaintCase): Promise<void> {
    const input: SupervisionInput = { caseNo, orgId, orgType: orgType as OrgType };
    await this.services.post('investigation', '/internal/supervisions', input);
  }

  /** Parameter `repairOrderDays` of decision `eligibility`; investigation hears the day with case.diverted. */
  private repairOrderDay(receivedOn: string): string {
    const { output } = this.models.decisions().evaluate('eligibility-parameters', {});
    return addDays(receivedOn, (output as { repairOrderDays: number }).repairOrderDays);
  }

  /** A repair order, or an invalid complaint for the department complained about: a measure without a handling (R13.3). */
  private async orderMeasure(
    manager: EntityManager,
    row: ComplaintCase,
    type: NonNullable<Diversion['measure']>,
    plannedOn: string,
  ): Promise<string> {
    const measureNo = `${row.caseNo}-M1`;
    const measureGroup =
      type === 'repair-service' ? 'service-centre-engineering' : (row.respondentGroup[0] ?? 'respondent-unit');
    await manager.query(
      `INSERT INTO diversion_measure (measure_no, case_no, type, purpose, measure_group, planned_on, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [
        measureNo,
        row.caseNo,
        type,
        type === 'repair-service' ? '维修服务' : '通知处理',
        measureGroup,
        plannedOn,
        this.clock.now(),
      ],
    );
    const intake = this.posts.of(row.orgType).intake[0];
    await this.messages.start(manager, 'start-measure-follow-up', measureNo, {
      ...this.messages.subjectOf(row),
      subjectNo: measureNo,
      ownerGroup: intake ?? row.ownerGroup,
      measureGroup,
      plannedOn,
      deadlineRule: row.orgType === 'property-company' ? 'R13.5' : 'R01.5',
    });
    return measureNo;
  }
}

const isPromised = (kind: string | null | undefined): boolean => kind === 'sales' || kind === 'leasing';

/** Not every risk is excluded: activation of the emergency plan is decided again; a response that runs is not started twice (R08.7). */
const mayBeDangerous = ({ dangerToPersons, disturbsOperation, harmsStanding }: ComplaintCase): boolean =>
  [dangerToPersons, disturbsOperation, harmsStanding].some((answer) => (answer ?? 'no') !== 'no');

type Shown = Exclude<Admission, 'accept' | 'supplement'>;

/** `supplement` means that it was asked for and did not come. */
const admissionShown = (admission: Admission): Shown =>
  admission === 'supplement' ? 'abandoned' : admission === 'accept' ? 'divert' : admission;

/** Media that the penalty rules know apart (R11.5, R11.6). */
const exposureOf = ({ medium, outlet, publishedOn }: MediaExposure) => ({
  medium: (['newspaper', 'television'] as string[]).includes(medium)
    ? (medium as 'newspaper' | 'television')
    : ('other' as const),
  outlet,
  publishedOn,
});
