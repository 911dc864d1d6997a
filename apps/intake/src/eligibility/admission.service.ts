import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Kind, MediaExposure, OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import type { JobOf } from '@huiying/zeebe';
import { aboutCase } from '../case/about-case.js';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages, respondentsOf } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { SeverityTable } from '../case/severity.js';
import { RoutingTable, waiting } from '../links/routing.js';
import { isPromised } from '../registration/registration.decider.js';
import { ReplyDates } from '../registration/reply-dates.js';
import { ReviewOutcomes } from './review-outcomes.js';

/** Accepts a case (R01.3, R04.4): severity, route and promise, as they are told with the notice of acceptance. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly reviews: ReviewOutcomes,
    private readonly severity: SeverityTable,
    private readonly routing: RoutingTable,
    private readonly dates: ReplyDates,
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
    await this.tellAccepted(manager, row, job);
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

  private async tellAccepted(
    manager: EntityManager,
    row: ComplaintCase,
    job: JobOf<'intake.accept-case'>,
  ): Promise<void> {
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
}

/** Not every risk is excluded: activation of the emergency plan is decided again; a response that runs is not started twice (R08.7). */
const mayBeDangerous = ({ dangerToPersons, disturbsOperation, harmsStanding }: ComplaintCase): boolean =>
  [dangerToPersons, disturbsOperation, harmsStanding].some((answer) => (answer ?? 'no') !== 'no');

/** Media that the penalty rules know apart (R11.5, R11.6). */
const exposureOf = ({ medium, outlet, publishedOn }: MediaExposure) => ({
  medium: (['newspaper', 'television'] as string[]).includes(medium)
    ? (medium as 'newspaper' | 'television')
    : ('other' as const),
  outlet,
  publishedOn,
});
