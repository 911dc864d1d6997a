import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Complexity, OutputOf, Severity } from '@huiying/contracts';
import { Clock } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { CaseBook } from '../case/case-book.js';
import { CaseMessages } from '../case/case-messages.js';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { yuanOf } from '../case/figures.js';
import { Households } from './households.js';
import { RoutingTable, waiting } from './routing.js';

/** What ends a master that nobody will answer. */
type EndingJob = 'intake.withdraw-case' | 'intake.divert-case';

/** Children that wait for their master, and what frees them (processes.md §3.2 step 2). */
@Injectable()
export class FollowingService {
  constructor(
    private readonly book: CaseBook,
    private readonly messages: CaseMessages,
    private readonly households: Households,
    private readonly routing: RoutingTable,
    private readonly clock: Clock,
  ) {}

  /**
   * A master that was told already answers at once; one that was withdrawn or not accepted frees the child, and so does a link that was
   * undone meanwhile.
   */
  async follow(manager: EntityManager, caseNo: string): Promise<void> {
    const child = await this.book.lock(manager, caseNo);
    await this.book.move(manager, child, { to: 'following-master', own: true }, 'follow-master');
    const openDays = await this.book.openDays(child, dayOf(this.clock.now()), manager);
    await this.book.change(manager, child, waiting(this.routing.of(child, openDays)));
    if (child.masterNo === null) return this.freed(manager, child);
    await this.rejoined(manager, child);
  }

  /** A child that waits has a master, perhaps another one than before. */
  async rejoined(manager: EntityManager, child: ComplaintCase): Promise<void> {
    // Locked: a master that is told, withdrawn or diverted in this moment has either happened before, or finds the child waiting.
    const master = child.masterNo === null ? null : await this.book.lock(manager, child.masterNo);
    if (!master || master.state === 'withdrawn' || master.state === 'not-accepted') {
      await this.free(manager, child, 'intake.follow-master');
    } else if (master.outcomeToldAt !== null) {
      await this.answered(manager, child);
    }
  }

  /** The master is handled: one message for each child that waits; a later one is answered when its outcome is told, or by `follow`. */
  async resolve(manager: EntityManager, caseNo: string): Promise<OutputOf<'intake.resolve-children'>> {
    const master = await this.book.lock(manager, caseNo);
    await this.told(manager, caseNo);
    return {
      severity: master.severity as Severity | null,
      complexity: master.complexity as Complexity | null,
      amountYuan: yuanOf(master.amountFen),
    };
  }

  /** Who began to wait between the end of the handling and the letter about it, which may take a person days (R04.11), is answered too. */
  async told(manager: EntityManager, masterNo: string): Promise<void> {
    for (const child of await this.book.children(masterNo, manager)) {
      if (child.state === 'following-master' && !child.masterAnswered) await this.answered(manager, child);
    }
  }

  /**
   * The master is withdrawn or not accepted: its oldest child is freed and becomes master of the others. Who was answered with the master
   * stays answered.
   */
  async passOn(manager: EntityManager, masterNo: string, job: EndingJob): Promise<void> {
    const children = await this.book.children(masterNo, manager);
    const [eldest, ...others] = children.filter(({ masterAnswered }) => !masterAnswered);
    if (!eldest) return;
    await this.free(manager, eldest, job);
    for (const child of others) {
      const { sameHousehold } = child;
      await this.households.part(manager, child, { job }, 'system');
      await this.households.join(manager, child, eldest.caseNo, sameHousehold, { job }, 'system');
    }
  }

  private async free(
    manager: EntityManager,
    child: ComplaintCase,
    job: 'intake.follow-master' | EndingJob,
  ): Promise<void> {
    await this.households.part(manager, child, { job }, 'system');
    if (child.state === 'following-master') await this.freed(manager, child);
  }

  /** A child that waited stands alone: accepted from now on, its process goes on by itself. */
  async freed(manager: EntityManager, child: ComplaintCase): Promise<void> {
    await this.book.move(manager, child, { to: 'accepted', own: true }, 'freed from its master');
    await this.messages.send(manager, 'master-resolved', child, { masterAnswered: false, masterNo: null });
  }

  private async answered(manager: EntityManager, child: ComplaintCase): Promise<void> {
    await this.book.change(manager, child, { masterAnswered: true });
    await this.messages.send(manager, 'master-resolved', child, { masterAnswered: true, masterNo: child.masterNo });
  }
}
