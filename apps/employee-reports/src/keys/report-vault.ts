import { Injectable } from '@nestjs/common';
import { ReportsVault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';

/** Where a value lies; `part` identity has a key row of its own (access.md §5). */
export interface ReportPlace {
  reportNo: string;
  table: string;
  id: string;
  column: string;
  part?: 'content' | 'identity';
}

/** Audit entries outlive the reports they are about: their key is that of no report. */
const AUDIT = { subject: 'audit', table: 'report_audit', column: 'entry_enc' } as const;

/** Seals what a report says with the report's own data key, the identity with another one. */
@Injectable()
export class ReportVault {
  constructor(private readonly vault: ReportsVault) {}

  seal(manager: EntityManager, place: ReportPlace, value: unknown): Promise<string> {
    return this.vault.seal(manager, placeOf(place), JSON.stringify(value));
  }

  /** @throws Erased once the report's key was destroyed */
  async open<T>(manager: EntityManager, place: ReportPlace, sealed: string): Promise<T> {
    return JSON.parse(await this.vault.open(manager, placeOf(place), sealed)) as T;
  }

  sealBytes(manager: EntityManager, place: ReportPlace, bytes: Buffer): Promise<string> {
    return this.vault.sealBytes(manager, placeOf(place), bytes);
  }

  openBytes(manager: EntityManager, place: ReportPlace, sealed: string): Promise<Buffer> {
    return this.vault.openBytes(manager, placeOf(place), sealed);
  }

  sealAudit(manager: EntityManager, seq: string, entry: unknown): Promise<string> {
    return this.vault.seal(manager, { ...AUDIT, id: seq }, JSON.stringify(entry));
  }

  async openAudit<T>(manager: EntityManager, seq: string, sealed: string): Promise<T> {
    return JSON.parse(await this.vault.open(manager, { ...AUDIT, id: seq }, sealed)) as T;
  }

  /** A person, to be found again without being readable: one value per live key. */
  personBlinds(personId: string): string[] {
    return this.vault.blinds('report_handler', 'person', personId);
  }

  personBlind(personId: string): string {
    return this.vault.blind('report_handler', 'person', personId);
  }

  /** Keyed hash of a receipt with its number: of one report alone. */
  receiptHash(reportNo: string, receipt: string): string {
    return this.vault.blind('report', 'receipt', `${reportNo}\n${receipt}`);
  }

  receiptHashes(reportNo: string, receipt: string): string[] {
    return this.vault.blinds('report', 'receipt', `${reportNo}\n${receipt}`);
  }

  /** Text and identity of a report are gone for ever. */
  async destroy(manager: EntityManager, reportNo: string, at: Date): Promise<void> {
    for (const subject of [reportNo, identityOf(reportNo)]) await this.vault.destroy(manager, subject, at);
  }
}

const identityOf = (reportNo: string): string => `${reportNo}:identity`;

function placeOf({ reportNo, part, ...place }: ReportPlace) {
  return { ...place, subject: part === 'identity' ? identityOf(reportNo) : reportNo };
}
