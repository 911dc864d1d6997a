import type { Provider, Type } from '@nestjs/common';
import { provideFactsLoader } from '@huiying/platform';
import { LedgerBook } from '../ledger/ledger-book.js';
import { AccountNames } from './account-names.js';
import { AccountStatementService } from './account-statement.service.js';
import { BalancesService } from './balances.service.js';
import { ChasePaymentWorker } from './chase-payment.worker.js';
import { CollectByRegionForm } from './collect-by-region.form.js';
import { ConfirmPaymentForm } from './confirm-payment.form.js';
import { Consequences } from './consequences.js';
import { ImposePenaltiesWorker } from './impose-penalties.worker.js';
import { Imposing } from './imposing.js';
import { IssueNoticeWorker } from './issue-notice.worker.js';
import { PassOnForm } from './pass-on.form.js';
import { Payers } from './payers.js';
import { Payments } from './payments.js';
import { PenaltiesController } from './penalties.controller.js';
import { PenaltyBook } from './penalty-book.js';
import { PenaltyReasons } from './penalty-reasons.js';
import { PenaltyFactsLoader } from './penalty.facts.js';
import { PenaltyListService } from './penalty-list.service.js';
import { PenaltyPageService } from './penalty-page.service.js';
import { PenaltyScreen } from './penalty-screen.js';
import { PublishReprimandWorker } from './publish-reprimand.worker.js';
import { RecordPaymentWorker } from './record-payment.worker.js';
import { RefundForm } from './refund.form.js';
import { RevocationService } from './revocation.service.js';
import { SettlePenaltyWorker } from './settle-penalty.worker.js';
import { ShareClaims } from './share-claims.js';

/** Fines: imposed, told, collected, revoked, on the ledger. */
export const PENALTIES: Provider[] = [
  ...[LedgerBook, PenaltyBook, Payers, Imposing, ShareClaims, Payments, Consequences],
  ...[PenaltyReasons, PenaltyScreen],
  ...[ImposePenaltiesWorker, PublishReprimandWorker, IssueNoticeWorker, ChasePaymentWorker],
  ...[RecordPaymentWorker, SettlePenaltyWorker],
  ...[ConfirmPaymentForm, CollectByRegionForm, PassOnForm, RefundForm],
  ...[
    AccountNames,
    PenaltyListService,
    PenaltyPageService,
    BalancesService,
    AccountStatementService,
    RevocationService,
  ],
  ...provideFactsLoader(PenaltyFactsLoader),
];

export const PENALTY_ROUTES: Type[] = [PenaltiesController];
