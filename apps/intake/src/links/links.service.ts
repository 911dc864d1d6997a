import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseActionDone, CaseLinks, LinkInput, LinkPreview } from '@huiying/contracts';
import { Clock, Problem, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { CaseBook } from '../case/case-book.js';
import { SeverityTable } from '../case/severity.js';
import { FollowingService } from './following.service.js';
import { Households, marksOf } from './households.js';
import { refuseLink, refuseUnlink, sameHousehold } from './links.decider.js';

/** 并案: what the desk does by hand (console.md D3). */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: DataSource,
    private readonly book: CaseBook,
    private readonly households: Households,
    private readonly following: FollowingService,
    private readonly severity: SeverityTable,
    private readonly clock: Clock,
  ) {}

  async read(caseNo: string): Promise<CaseLinks> {
    const row = await this.book.read(caseNo);
    const children = await this.book.children(caseNo);
    return {
      masterNo: row.masterNo,
      households: await this.book.households(row),
      children: children.map((child) => ({
        caseNo: child.caseNo,
        state: child.state,
        severity: child.severity,
        sameHousehold: child.sameHousehold,
      })),
      earlier: await this.book.earlier(row),
    };
  }

  /** Households and severity of the master with this case, before anybody links it. @throws Problem `unknown-case` (404) */
  async preview(caseNo: string, masterNo: string): Promise<LinkPreview> {
    const child = await this.book.read(caseNo);
    const master = await this.book.find(masterNo);
    if (!master || master.orgId !== child.orgId) throw new Problem('unknown-case', 'missing');
    const children = await this.book.children(caseNo);
    const figures = await this.book.severityFigures(master);
    const again = sameHousehold(marksOf(master), marksOf(child));
    const adds = again || child.masterNo === masterNo ? 0 : child.households;
    const households = figures.households + adds;
    const accepted = master.severity !== null;
    return {
      refusal: refuseLink(child, master, children.length),
      sameHousehold: again,
      now: { households: figures.households, severity: master.severity },
      then: { households, severity: accepted ? this.severity.of({ ...figures, households }).severity : null },
    };
  }

  async link(
    caseNo: string,
    { masterNo, sameHousehold: same }: LinkInput,
    caller: StaffSubject,
  ): Promise<CaseActionDone> {
    return this.database.transaction(async (manager) => {
      const child = await this.book.lock(manager, caseNo);
      const master = await this.book.find(masterNo, manager);
      const children = await this.book.children(caseNo, manager);
      const refusal = refuseLink(child, master, children.length);
      if (refusal) throw new Problem(refusal, refusal === 'not-now' ? 'conflict' : 'rejected');
      if (child.masterNo) await this.households.part(manager, child, { route: 'case.link' }, caller.personId);
      await this.households.join(manager, child, masterNo, same, { route: 'case.link' }, caller.personId);
      if (child.state === 'following-master') await this.following.rejoined(manager, child);
      return this.done(caseNo);
    });
  }

  async unlink(caseNo: string, { masterNo }: LinkInput, caller: StaffSubject): Promise<CaseActionDone> {
    return this.database.transaction(async (manager) => {
      const child = await this.book.lock(manager, caseNo);
      const refusal = refuseUnlink(child, masterNo);
      if (refusal) throw new Problem(refusal, refusal === 'not-now' ? 'conflict' : 'rejected');
      await this.households.part(manager, child, { route: 'case.link' }, caller.personId);
      if (child.state === 'following-master') await this.following.freed(manager, child);
      return this.done(caseNo);
    });
  }

  private done(caseNo: string): CaseActionDone {
    return { caseNo, at: toLocalIso(this.clock.now()) };
  }
}
