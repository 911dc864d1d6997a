import { Injectable } from '@nestjs/common';
import {
  LEDGER_ENTRY_NAMES,
  type LedgerEntryView,
  type PenaltyView,
  REVOCATION_REASON_NAMES,
} from '@huiying/contracts';
import { AccessService, Problem, type StaffSubject, Vault } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import type { Account } from '../ledger/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { ownStores } from '../stores/own-stores.js';
import { AccountNames } from './account-names.js';
import { amountInWords } from './amount-in-words.js';
import type { Penalty } from './penalty.entity.js';
import { PenaltyBook } from './penalty-book.js';
import { penaltyFacts } from './penalty.facts.js';
import { PenaltyListService } from './penalty-list.service.js';
import { revocationPlace } from './revocation.service.js';

/** One penalty with its ledger; the access guard has decided before. */
@Injectable()
export class PenaltyPageService {
  constructor(
    private readonly database: DataSource,
    private readonly lists: PenaltyListService,
    private readonly book: PenaltyBook,
    private readonly ledger: LedgerBook,
    private readonly names: AccountNames,
    private readonly access: AccessService,
    private readonly vault: Vault,
  ) {}

  async read(penaltyNo: string, caller: StaffSubject): Promise<PenaltyView> {
    const { manager } = this.database;
    const [row, penalty] = await Promise.all([this.lists.row(penaltyNo, caller), this.book.find(manager, penaltyNo)]);
    if (!row || !penalty) throw new Problem('not-found', 'missing');
    return {
      ...row,
      amountInWords: amountInWords(row.amountFen),
      source: penalty.source,
      paidOn: penalty.paidOn,
      passedOn: penalty.passedOn,
      refundedOn: penalty.refundedOn,
      claims: await this.lists.claimsOf(penaltyNo, caller),
      revocation: row.side === 'payee' ? null : await this.revocation(penalty),
      ledger: await this.entries(penalty, row.side === 'whole' ? null : ownAccounts(penalty, row.side, caller)),
      mayRevoke: await this.mayRevoke(penalty, caller),
    };
  }

  private async entries(penalty: Penalty, only: Set<Account> | null): Promise<LedgerEntryView[]> {
    const { manager } = this.database;
    const written = await this.ledger.entries(manager, penalty.penaltyNo);
    const names = await this.names.of(written.flatMap(({ lines }) => lines.map(({ account }) => account)));
    const seen = written.map(({ lines, ...entry }) => ({
      ...entry,
      lines: lines.filter(({ account }) => only === null || only.has(account)),
    }));
    return seen
      .filter(({ lines }) => lines.length > 0)
      .map(({ kind, at, on, actorId, receiptNo, lines }) => ({
        kind,
        kindText: LEDGER_ENTRY_NAMES[kind],
        at: toLocalIso(at),
        on,
        actorId,
        receiptNo: receiptNo ?? null,
        lines: lines.map((line) => ({ ...line, name: names.get(line.account) ?? line.account })),
      }));
  }

  private async revocation(penalty: Penalty): Promise<PenaltyView['revocation']> {
    const { revokedAt, revokedBy, revokedBecause, revocationEnc } = penalty;
    if (!revokedAt || !revokedBy || !revokedBecause || !revocationEnc) return null;
    return {
      because: revokedBecause,
      becauseText: REVOCATION_REASON_NAMES[revokedBecause],
      reason: await this.vault.open(this.database.manager, revocationPlace(penalty), revocationEnc),
      at: toLocalIso(revokedAt),
      by: revokedBy,
    };
  }

  private async mayRevoke(penalty: Penalty, caller: StaffSubject): Promise<boolean> {
    if (
      penalty.kind === 'share-return' ||
      penalty.revokedAt !== null ||
      [penalty.payerId, penalty.imposedBy].includes(caller.personId)
    )
      return false;
    return (await this.access.decide(caller, 'penalty.revoke', penaltyFacts(penalty))).ok;
  }
}

/** Accounts of the caller's side: the payer's own, or those of the caller's stores. */
function ownAccounts({ payerType, payerId }: Penalty, side: 'payer' | 'payee', caller: StaffSubject): Set<Account> {
  const stores = ownStores(caller).map((id): Account => `store:${id}`);
  return new Set<Account>(side === 'payer' && payerType !== 'store' ? [`person:${payerId}`, ...stores] : stores);
}
