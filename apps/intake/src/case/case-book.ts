import { Injectable } from '@nestjs/common';
import type { CaseLinks } from '@huiying/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, found, Logger, RelationWriter } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { decideMove, isOpen, type CaseMove } from './case-state.decider.js';
import { ComplaintCase } from './complaint-case.entity.js';
import { departmentCount, flagOf, householdsOf, yuanOf } from './figures.js';

/** Inputs of severity as they are now, under the names that processes carry. */
export interface SeverityFigures {
  amountYuan: number | null;
  households: number;
  proceedings: boolean;
  departmentCount: number;
  complexFlag: boolean;
  dangerToPersons: boolean | null;
  disturbsOperation: boolean | null;
  harmsStanding: boolean | null;
}

/** Cases as they stand: read, locked, changed and moved through the state machine, always in the caller's transaction. */
@Injectable()
export class CaseBook {
  constructor(
    private readonly database: DataSource,
    private readonly relations: RelationWriter,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  find(caseNo: string, manager: EntityManager = this.database.manager): Promise<ComplaintCase | null> {
    return manager.findOneBy(ComplaintCase, { caseNo });
  }

  /** @throws Problem `not-found` */
  async read(caseNo: string, manager: EntityManager = this.database.manager): Promise<ComplaintCase> {
    return found(await this.find(caseNo, manager));
  }

  /** The row, locked until the transaction ends: changes of one case happen one after another. @throws Problem `not-found` */
  async lock(manager: EntityManager, caseNo: string): Promise<ComplaintCase> {
    return found(await this.lockIfThere(manager, caseNo));
  }

  /** As `lock`; null for a number that is no case of ours. */
  lockIfThere(manager: EntityManager, caseNo: string): Promise<ComplaintCase | null> {
    return manager.findOne(ComplaintCase, { where: { caseNo }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked row and keeps the object in step. */
  async change(manager: EntityManager, row: ComplaintCase, patch: Partial<ComplaintCase>): Promise<void> {
    if (Object.keys(patch).length === 0) return;
    await manager.update(ComplaintCase, { caseNo: row.caseNo }, patch);
    const { personal, ...plain } = patch;
    Object.assign(row, plain);
    if (personal) Object.assign(row.personal, personal);
  }

  /** Moves a locked case; an unlisted move is kept out, logged for a person and listed for operators. */
  async move(manager: EntityManager, row: ComplaintCase, move: CaseMove, trigger: string): Promise<boolean> {
    const outcome = decideMove(row, move);
    if (outcome.moved) {
      await this.change(manager, row, outcome.progress);
      if (!isOpen(row.state))
        await this.relations.caseFacts(manager, { caseNo: row.caseNo, orgId: row.orgId, open: false });
      return true;
    }
    if (outcome.because === 'unlisted') {
      this.log.error('case.move-unlisted', { caseNo: row.caseNo, state: row.state, reason: `${trigger} > ${move.to}` });
      await manager.query(
        `INSERT INTO unlisted_move (case_no, from_state, to_state, trigger, at) VALUES ($1, $2, $3, $4, $5)`,
        [row.caseNo, row.state, move.to, trigger, this.clock.now()],
      );
    }
    return false;
  }

  async children(caseNo: string, manager: EntityManager = this.database.manager): Promise<ComplaintCase[]> {
    return manager.find(ComplaintCase, { where: { masterNo: caseNo }, order: { receivedAt: 'ASC', caseNo: 'ASC' } });
  }

  /** Households of a master with its children; of any other case its own. */
  async households(row: ComplaintCase, manager?: EntityManager): Promise<number> {
    return householdsOf(row, await this.children(row.caseNo, manager));
  }

  async severityFigures(row: ComplaintCase, manager?: EntityManager): Promise<SeverityFigures> {
    return this.figuresWith(row, await this.children(row.caseNo, manager));
  }

  /** As `severityFigures`, where the children are known. */
  figuresWith(row: ComplaintCase, children: readonly ComplaintCase[]): SeverityFigures {
    return {
      amountYuan: yuanOf(row.amountFen),
      households: householdsOf(row, children),
      proceedings: row.proceedings,
      departmentCount: departmentCount(row.respondentGroup),
      complexFlag: row.complexFlag,
      dangerToPersons: flagOf(row.dangerToPersons),
      disturbsOperation: flagOf(row.disturbsOperation),
      harmsStanding: flagOf(row.harmsStanding),
    };
  }

  /** Earlier cases of the same household or room, newest first. */
  async earlier(row: ComplaintCase, manager: EntityManager = this.database.manager): Promise<CaseLinks['earlier']> {
    const { contactPhoneBlind: phone, contactEmailBlind: email, roomBlind: room } = row.personal;
    const rows = await manager.query<{ case_no: string; state: string; received_at: Date }[]>(
      `SELECT case_no, state, received_at FROM complaint_case
       WHERE org_id = $1 AND received_at < $2 AND case_no <> $3 AND (contact_phone_blind = $4 OR contact_email_blind = $5
         OR (room_blind = $6 AND project = $7 AND building = $8))
       ORDER BY received_at DESC LIMIT 20`,
      [row.orgId, row.receivedAt, row.caseNo, phone, email, room, row.project, row.building],
    );
    return rows.map(({ case_no: caseNo, state, received_at }) => ({
      caseNo,
      state,
      receivedAt: toLocalIso(received_at),
    }));
  }

  /** Days since the earliest linked complaint of the matter came in (R13.1, D13). */
  async openDays(row: ComplaintCase, today: string, manager: EntityManager = this.database.manager): Promise<number> {
    return daysSince(await this.firstReceived(row, manager), today);
  }

  /** As `openDays`, where the children are known. */
  async openDaysWith(row: ComplaintCase, children: readonly ComplaintCase[], today: string): Promise<number> {
    if (row.masterNo !== null) return this.openDays(row, today);
    const [first = row.receivedOn] = [row, ...children].map(({ receivedOn }) => receivedOn).sort();
    return daysSince(first, today);
  }

  private async firstReceived(row: ComplaintCase, manager: EntityManager): Promise<string> {
    const root = row.masterNo ?? row.caseNo;
    const rows = await manager.query<{ first: string }[]>(
      `SELECT min(received_on) AS first FROM complaint_case WHERE case_no = $1 OR master_no = $1 OR case_no = $2`,
      [root, row.caseNo],
    );
    return rows[0]?.first ?? row.receivedOn;
  }
}

function daysSince(first: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000));
}
