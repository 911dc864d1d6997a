import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Channel, Messages, MessageVariables, OrgType, Role } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { PostTable } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { CaseBook, type SeverityFigures } from './case-book.js';
import type { ComplaintCase } from './complaint-case.entity.js';
import { yuanOf } from './figures.js';
import { SeverityTable } from './severity.js';

type StartVariables = MessageVariables<'start-complaint-handling'>;

/** What changed with a `case-changed`. */
export interface CaseChange {
  /** Severity that stood before; null at registration. */
  before: string | null;
  complexityBefore: string | null;
  riskChanged: boolean;
  seriousReported: boolean;
}

/**
 * The handling before ends only when its last task is done (当面告知 can stay open for weeks), and a start beside it would be dropped: it
 * waits for that end.
 */
const AGAIN_WAITS_MS = 90 * 86_400_000;

/** Messages about a case to the engine, with the variables of processes.md §8, and the subject that every one of them carries. */
@Injectable()
export class CaseMessages {
  constructor(
    private readonly outbox: Outbox,
    private readonly posts: PostTable,
    private readonly book: CaseBook,
    private readonly severity: SeverityTable,
    private readonly clock: Clock,
  ) {}

  /** What every process of a case carries. */
  subjectOf(row: ComplaintCase) {
    return {
      subjectNo: row.caseNo,
      caseNo: row.caseNo,
      orgId: row.orgId,
      orgType: row.orgType as OrgType,
      ownerGroup: row.ownerGroup as Role,
      posts: this.posts.of(row.orgType),
      anonymous: row.anonymous,
      channel: row.channel as Channel,
      hasAddress: row.personal.contactEmailEnc !== null,
    };
  }

  /** Starts complaint-handling: at registration, after a late supplement, and after a review (`reopened`). */
  async startHandling(manager: EntityManager, row: ComplaintCase, again?: 'supplement' | 'review'): Promise<void> {
    const figures = await this.book.severityFigures(row, manager);
    const openDays = await this.book.openDays(row, dayOf(this.clock.now()), manager);
    const variables: StartVariables = {
      ...this.subjectOf(row),
      ...startFacts(row),
      ...figures,
      projectType: row.projectType as StartVariables['projectType'],
      openDays,
      reopened: again === 'review',
      keyCustomer: row.keyCustomer,
      severity: row.severity as StartVariables['severity'],
      complexity: row.complexity as StartVariables['complexity'],
    };
    await this.start(manager, 'start-complaint-handling', row.caseNo, variables, again && AGAIN_WAITS_MS);
  }

  /** Starts the review of an archived case (R01.7). */
  async startReview(manager: EntityManager, row: ComplaintCase): Promise<void> {
    await this.start(manager, 'start-review-appeal', row.caseNo, {
      ...this.subjectOf(row),
      archived: true,
      severity: row.severity as StartVariables['severity'],
      amountYuan: yuanOf(row.amountFen),
      handlerGroup: row.handlerGroup,
      levelShift: 1,
    });
  }

  /** @param ttlMs how long it waits for the end of a process that runs under the same key; without, it is dropped beside one */
  async start<N extends keyof typeof Messages & `start-${string}`>(
    manager: EntityManager,
    name: N,
    key: string,
    variables: MessageVariables<N>,
    ttlMs?: number,
  ): Promise<void> {
    const startsProcess = name.slice('start-'.length);
    await this.outbox.message(manager, {
      name,
      correlationKey: key,
      variables: { ...variables },
      startsProcess,
      ...(ttlMs === undefined ? {} : { ttlMs }),
    });
  }

  /** To a process that waits for this case. */
  async send<N extends Exclude<keyof typeof Messages, `start-${string}`>>(
    manager: EntityManager,
    name: N,
    row: Pick<ComplaintCase, 'caseNo'>,
    variables: MessageVariables<N>,
  ): Promise<void> {
    await this.outbox.message(manager, { name, correlationKey: row.caseNo, variables: { ...variables } });
  }

  /** `case-changed` with the new values of all inputs of severity and activation (processes.md §3.1 severity-review). */
  async changed(manager: EntityManager, row: ComplaintCase, change: CaseChange): Promise<void> {
    const figures: SeverityFigures = await this.book.severityFigures(row, manager);
    // Severity stands on a case from its acceptance. It is that of its figures at once: the next change is compared with this one, also
    // while the review of this one is under way.
    const graded = row.admission === 'accept' ? this.severity.of(figures) : {};
    await this.book.change(manager, row, { changes: row.changes + 1, ...graded });
    await this.send(manager, 'case-changed', row, {
      changeId: `${row.caseNo}-G${row.changes}`,
      severity: change.before as 'general' | 'major' | null,
      complexity: change.complexityBefore as 'simple' | 'complex' | null,
      riskChanged: change.riskChanged,
      seriousReported: change.seriousReported,
      ...figures,
      projectType: row.projectType as StartVariables['projectType'],
    });
  }
}

function startFacts(row: ComplaintCase) {
  // A guess that gives away a colleague was sealed at registration; where the desk named another kind, the guess is left out.
  const topic = row.topic ?? row.suggestedTopic ?? 'none';
  return {
    kind: row.kind as StartVariables['kind'],
    topic: topic as StartVariables['topic'],
    complainantIsEmployee: row.complainantIsEmployee && topic !== 'colleague',
    receiverHoldsPost: row.receiverHoldsPost,
    explained: row.explained === true,
    respondentType: row.respondentType as StartVariables['respondentType'],
    respondentGroup: row.respondentGroup,
    respondents: respondentsOf(row),
    phase: row.phase as StartVariables['phase'],
    handoverOn: row.handoverOn,
    receivedOn: row.receivedOn,
    reportedOn: row.receivedOn,
    promisedOn: row.promisedOn,
    completionAcceptedOn: row.completionAcceptedOn,
    projectDissolved: row.projectDissolved,
    projectOwnership: row.projectOwnership as StartVariables['projectOwnership'],
    agreementParty: row.agreementParty,
    orgLevel: row.orgLevel as StartVariables['orgLevel'],
    masterNo: row.masterNo,
    masterAnswered: false,
  };
}

/** Case relations for hearing and mediation: the person or the unit complained about, by id. */
export function respondentsOf(row: ComplaintCase): string[] {
  return [row.respondentPersonId, row.respondentUnitId].filter((id): id is string => id !== null);
}
