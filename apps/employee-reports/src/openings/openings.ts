import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OpeningRequest, ReporterIdentity } from '@huiying/contracts';
import { Clock, Problem, type StaffSubject } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource, type EntityManager } from 'typeorm';
import { ReportAudit } from '../audit/report-audit.js';
import { ReportVault } from '../keys/report-vault.js';
import { HandlerChoice } from '../people/handler-choice.js';
import { StaffLines } from '../people/staff-lines.js';
import { Reports } from '../record/reports.js';

const DAY_MS = 24 * 3_600_000;
const CUSTODIAN = 'custodian';
const MANAGER = 'general-manager';

type OpeningKind = 'identity' | 'emergency';

interface Row {
  id: string;
  kind: OpeningKind;
  report_no: string;
  asked_enc: string;
  first_enc: string | null;
  second_enc: string | null;
  asked_at: Date;
  opened_at: Date | null;
  until: Date | null;
}

interface Asked {
  by: string;
  reason: string;
}

/**
 * Releasing who reports, and opening a report in an emergency: always two persons, for 24 hours, for one report; the reporter sees it
 * (access.md §5). Both cannot be switched off.
 */
@Injectable()
export class Openings {
  constructor(
    private readonly database: DataSource,
    private readonly vault: ReportVault,
    private readonly reports: Reports,
    private readonly choice: HandlerChoice,
    private readonly staff: StaffLines,
    private readonly audit: ReportAudit,
    private readonly clock: Clock,
  ) {}

  /** A handler asks who the reporter is; two custodians decide. Caller is a handler of the report. */
  async askIdentity(manager: EntityManager, reportNo: string, personId: string, reason: string): Promise<void> {
    await this.insert(manager, 'identity', reportNo, { by: personId, reason });
    await this.audit.record(manager, 'identity.asked', { reportNo, personId, reason });
  }

  /**
   * A custodian, or a general manager whom the report does not name, asks for an emergency opening; the asking counts as the first
   * approval. The answer is the same for a number that is none.
   */
  async askEmergency(caller: StaffSubject, reportNo: string, reason: string): Promise<{ id: string }> {
    this.demandOpener(caller);
    return this.database.transaction(async (manager) => {
      const asked = { by: caller.personId, reason };
      const id = await this.insert(manager, 'emergency', reportNo, asked);
      await manager.query(`UPDATE opening SET first_enc = $2 WHERE id = $1`, [
        id,
        await this.sealed(manager, id, 'first_enc', caller.personId),
      ]);
      await this.audit.record(manager, 'emergency.asked', { reportNo, personId: caller.personId, reason });
      return { id };
    });
  }

  /** Requests that wait, for custodians and general managers whom the report does not name; everybody else has none. */
  async waiting(caller: StaffSubject): Promise<OpeningRequest[]> {
    if (!isOpener(caller)) return [];
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<Row[]>(
        `SELECT * FROM opening WHERE opened_at IS NULL AND asked_at > $1 ${holds(caller, CUSTODIAN) ? '' : `AND kind = 'emergency'`}
         ORDER BY asked_at, id`,
        [new Date(this.clock.now().getTime() - DAY_MS)],
      );
      const views: OpeningRequest[] = [];
      for (const row of rows) {
        if (!(await this.isFree(manager, row.report_no, caller.personId))) continue;
        const asked = await this.open<Asked>(manager, row, 'asked_enc');
        const approvals = [row.first_enc, row.second_enc].filter((one) => one !== null).length;
        views.push({ id: row.id, kind: row.kind, reason: asked.reason, askedOn: dayOf(row.asked_at), approvals });
      }
      return views;
    });
  }

  /** First or second approval. @throws Problem opening-unknown (404), second-opener (403: another person has to) */
  async approve(caller: StaffSubject, id: string): Promise<{ opened: boolean }> {
    this.demandOpener(caller);
    return this.database.transaction(async (manager) => {
      const [row] = await manager.query<Row[]>(
        `SELECT * FROM opening WHERE id = $1 AND opened_at IS NULL AND asked_at > $2 FOR UPDATE`,
        [id, new Date(this.clock.now().getTime() - DAY_MS)],
      );
      if (!row || (row.kind === 'identity' && !holds(caller, CUSTODIAN)))
        throw new Problem('opening-unknown', 'missing');
      const asked = await this.open<Asked>(manager, row, 'asked_enc');
      const first = row.first_enc === null ? undefined : await this.open<string>(manager, row, 'first_enc');
      if (caller.personId === asked.by || caller.personId === first) throw new Problem('second-opener', 'forbidden');
      await this.demandNotNamed(manager, row.report_no, caller.personId);
      const column = first === undefined ? 'first_enc' : 'second_enc';
      const sealed = await this.sealed(manager, id, column, caller.personId);
      await manager.query(`UPDATE opening SET ${column} = $2 WHERE id = $1`, [id, sealed]);
      if (first === undefined) return { opened: false };
      await this.demandNotNamed(manager, row.report_no, first);
      await this.demandCustodianAmong(caller, first);
      await this.demandNeitherBelow(caller.personId, first);
      await this.opened(manager, row, caller.personId);
      return { opened: true };
    });
  }

  /** Who reports, for a handler to whom it was released; undefined while nothing is released. */
  async identity(manager: EntityManager, reportNo: string, personId: string): Promise<ReporterIdentity | undefined> {
    for (const row of await this.openNow(manager, reportNo, 'identity')) {
      if ((await this.open<Asked>(manager, row, 'asked_enc')).by !== personId) continue;
      await this.audit.record(manager, 'identity.read', { reportNo, personId });
      return this.reports.identity(manager, reportNo);
    }
    return undefined;
  }

  /** May this person read the report by an emergency opening: one of the two who opened it, within 24 hours? */
  async isOpenedBy(manager: EntityManager, reportNo: string, personId: string): Promise<boolean> {
    for (const row of await this.openNow(manager, reportNo, 'emergency')) {
      const openers = [
        await this.open<string>(manager, row, 'first_enc'),
        await this.open<string>(manager, row, 'second_enc'),
      ];
      if (openers.includes(personId)) return true;
    }
    return false;
  }

  async shownToReporter(manager: EntityManager, reportNo: string): Promise<{ kind: OpeningKind; on: string }[]> {
    const rows = await manager.query<Row[]>(
      `SELECT * FROM opening WHERE report_no = $1 AND opened_at IS NOT NULL ORDER BY opened_at`,
      [reportNo],
    );
    return rows.map(({ kind, opened_at: at }) => ({ kind, on: dayOf(at ?? this.clock.now()) }));
  }

  private async insert(manager: EntityManager, kind: OpeningKind, reportNo: string, asked: Asked): Promise<string> {
    const id = randomUUID();
    const sealed = await this.sealed(manager, id, 'asked_enc', asked);
    await manager.query(`INSERT INTO opening (id, kind, report_no, asked_enc, asked_at) VALUES ($1, $2, $3, $4, $5)`, [
      id,
      kind,
      reportNo.slice(0, 64),
      sealed,
      this.clock.now(),
    ]);
    return id;
  }

  private async opened(manager: EntityManager, row: Row, personId: string): Promise<void> {
    const at = this.clock.now();
    const until = new Date(at.getTime() + DAY_MS);
    await manager.query(`UPDATE opening SET opened_at = $2, until = $3 WHERE id = $1`, [row.id, at, until]);
    const event = row.kind === 'identity' ? 'identity.released' : 'emergency.opened';
    await this.audit.record(manager, event, { reportNo: row.report_no, personId });
  }

  private async openNow(manager: EntityManager, reportNo: string, kind: OpeningKind): Promise<Row[]> {
    return manager.query<Row[]>(
      `SELECT * FROM opening WHERE report_no = $1 AND kind = $2 AND until > $3 ORDER BY opened_at`,
      [reportNo, kind, this.clock.now()],
    );
  }

  /** Somebody named, or who works below somebody named, opens nothing; the answer is that of an unknown request. */
  private async demandNotNamed(manager: EntityManager, reportNo: string, personId: string): Promise<void> {
    if (!(await this.isFree(manager, reportNo, personId))) throw new Problem('opening-unknown', 'missing');
  }

  /** Neither named nor below somebody named; a number that is none names nobody. */
  private async isFree(manager: EntityManager, reportNo: string, personId: string): Promise<boolean> {
    const report = await this.reports.find(manager, reportNo);
    return !report || this.choice.standing(personId, await this.choice.exclusion(report.content)) === 'free';
  }

  /** Two custodians, or one and a general manager: never two general managers. */
  private async demandCustodianAmong(caller: StaffSubject, first: string): Promise<void> {
    if (holds(caller, CUSTODIAN)) return;
    if (!(await this.staff.holdsRole(first, CUSTODIAN))) throw new Problem('second-opener', 'forbidden');
  }

  /** Who must obey the other approves nothing with them (access.md §2 "neither subordinate of the other"). */
  private async demandNeitherBelow(one: string, other: string): Promise<void> {
    const [belowOne, belowOther] = await Promise.all([this.staff.below([one]), this.staff.below([other])]);
    if (belowOne.has(other) || belowOther.has(one)) throw new Problem('second-opener', 'forbidden');
  }

  /** What is nobody's business does not exist. @throws Problem not-found */
  private demandOpener(caller: StaffSubject): void {
    if (!isOpener(caller)) throw new Problem('not-found', 'missing');
  }

  /** Requests outlive no report: they lie under the audit's key, for a number that is none has no other. */
  private sealed(manager: EntityManager, id: string, column: string, value: unknown): Promise<string> {
    return this.vault.sealAudit(manager, `${id}:${column}`, value);
  }

  private open<T>(manager: EntityManager, row: Row, column: 'asked_enc' | 'first_enc' | 'second_enc'): Promise<T> {
    return this.vault.openAudit<T>(manager, `${row.id}:${column}`, row[column] ?? '');
  }
}

function isOpener(caller: StaffSubject): boolean {
  return holds(caller, CUSTODIAN) || holds(caller, MANAGER);
}

function holds({ holdings }: StaffSubject, role: string): boolean {
  return holdings.some((holding) => holding.role === role);
}
