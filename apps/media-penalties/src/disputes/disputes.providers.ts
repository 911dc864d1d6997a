import type { Provider, Type } from '@nestjs/common';
import { provideFactsLoader } from '@huiying/platform';
import { DisputeBook } from './dispute-book.js';
import { DisputeFactsLoader } from './dispute.facts.js';
import { DisputeListService } from './dispute-list.service.js';
import { DisputeScreen } from './dispute-screen.js';
import { DisputesController } from './disputes.controller.js';
import { DivertedDisputesConsumer } from './diverted-disputes.consumer.js';
import { FileDisputeService } from './file-dispute.service.js';
import { FileMaterialForm, LateFilingForm } from './filing.forms.js';
import { IssueRulingWorker } from './issue-ruling.worker.js';
import { LapseDisputeWorker } from './lapse-dispute.worker.js';
import { DivertedDisputesController } from './diverted-disputes.controller.js';
import { MediatedDisputesController } from './mediated-disputes.controller.js';
import { OpeningDisputes } from './opening.js';
import { ReplyForm } from './reply.form.js';
import { RuleByDefaultWorker } from './rule-by-default.worker.js';
import { RuleDisputeForm } from './rule-dispute.form.js';
import { SelfSettleForm } from './self-settle.form.js';
import { ServeNoticeForm } from './serve-notice.form.js';

/** Disputes between stores: opened, filed, served, answered, ruled. */
export const DISPUTES: Provider[] = [
  ...[DisputeBook, DisputeScreen, OpeningDisputes, DisputeListService, FileDisputeService],
  ...[SelfSettleForm, FileMaterialForm, LateFilingForm, ServeNoticeForm, ReplyForm, RuleDisputeForm],
  DivertedDisputesConsumer,
  ...[LapseDisputeWorker, RuleByDefaultWorker, IssueRulingWorker],
  ...provideFactsLoader(DisputeFactsLoader),
];

export const DISPUTE_ROUTES: Type[] = [DisputesController, DivertedDisputesController, MediatedDisputesController];
