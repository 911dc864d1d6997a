import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ReportVault } from '../keys/report-vault.js';
import type { Part } from './handler-choice.js';

export interface Handler {
  id: string;
  pseudonym: string;
  part: Part;
  personId: string;
}

interface Row {
  id: string;
  report_no: string;
  pseudonym: string;
  part: Part;
  person_enc: string;
}

/** Who handles which report: the person sealed, a pseudonym of this one report for the engine (access.md §5). */
@Injectable()
export class Handlers {
  constructor(
    private readonly vault: ReportVault,
    private readonly clock: Clock,
  ) {}

  /** Gives a part to a person; without a pseudonym a new one. @returns the pseudonym */
  async name(
    manager: EntityManager,
    reportNo: string,
    part: Part,
    personId: string,
    pseudonym = newPseudonym(),
  ): Promise<string> {
    const id = randomUUID();
    const place = personPlace(reportNo, id);
    await manager.query(
      `INSERT INTO report_handler (id, report_no, pseudonym, part, person_enc, person_blind, since)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        reportNo,
        pseudonym,
        part,
        await this.vault.seal(manager, place, personId),
        this.vault.personBlind(personId),
        this.clock.now(),
      ],
    );
    return pseudonym;
  }

  async end(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE report_handler SET until = $2 WHERE id = $1 AND until IS NULL`, [id, this.clock.now()]);
  }

  /** Parts of one kind end: another person has it from now on. */
  async endPart(manager: EntityManager, reportNo: string, ...parts: Part[]): Promise<void> {
    await manager.query(
      `UPDATE report_handler SET until = $3 WHERE report_no = $1 AND part = ANY ($2) AND until IS NULL`,
      [reportNo, parts, this.clock.now()],
    );
  }

  /** Who handles the report now. */
  async of(manager: EntityManager, reportNo: string): Promise<Handler[]> {
    const rows = await manager.query<Row[]>(
      `SELECT id, report_no, pseudonym, part, person_enc FROM report_handler
       WHERE report_no = $1 AND until IS NULL ORDER BY since, part`,
      [reportNo],
    );
    const handlers: Handler[] = [];
    for (const row of rows) handlers.push(await this.opened(manager, row));
    return handlers;
  }

  /** Everybody who had the part of a pseudonym, earlier ones too. */
  async everOf(manager: EntityManager, reportNo: string, pseudonym: string): Promise<string[]> {
    const rows = await manager.query<Row[]>(
      `SELECT id, report_no, pseudonym, part, person_enc FROM report_handler WHERE report_no = $1 AND pseudonym = $2`,
      [reportNo, pseudonym],
    );
    const persons: string[] = [];
    for (const row of rows) persons.push((await this.opened(manager, row)).personId);
    return persons;
  }

  /** The part of a pseudonym, also where nobody has it now. */
  async partOf(manager: EntityManager, reportNo: string, pseudonym: string): Promise<Part | undefined> {
    const [row] = await manager.query<{ part: Part }[]>(
      `SELECT part FROM report_handler WHERE report_no = $1 AND pseudonym = $2 LIMIT 1`,
      [reportNo, pseudonym],
    );
    return row?.part;
  }

  async handles(manager: EntityManager, reportNo: string, personId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM report_handler WHERE report_no = $1 AND person_blind = ANY ($2) AND until IS NULL LIMIT 1`,
      [reportNo, this.vault.personBlinds(personId)],
    );
    return rows.length > 0;
  }

  /** Numbers of the reports that a person handles. */
  async reportsOf(manager: EntityManager, personId: string): Promise<string[]> {
    const rows = await manager.query<{ report_no: string }[]>(
      `SELECT DISTINCT report_no FROM report_handler WHERE person_blind = ANY ($1) AND until IS NULL ORDER BY report_no`,
      [this.vault.personBlinds(personId)],
    );
    return rows.map((row) => row.report_no);
  }

  private async opened(manager: EntityManager, row: Row): Promise<Handler> {
    const { id, pseudonym, part } = row;
    const personId = await this.vault.open<string>(manager, personPlace(row.report_no, id), row.person_enc);
    return { id, pseudonym, part, personId };
  }
}

export function newPseudonym(): string {
  return `P-${randomBytes(8).toString('hex')}`;
}

const personPlace = (reportNo: string, id: string) => ({
  reportNo,
  table: 'report_handler',
  id,
  column: 'person_enc',
});
