import type { Provider, Type } from '@nestjs/common';
import { ApproveRankingForm } from './approve-ranking.form.js';
import { ComplaintCount } from './complaint-count.js';
import { ComplaintCountConsumer } from './complaint-count.consumer.js';
import { PublishRankingWorker } from './publish-ranking.worker.js';
import { RankingCases } from './ranking-cases.js';
import { RankingListService } from './ranking-list.service.js';
import { RankingsController } from './rankings.controller.js';
import { SettleOpenForm } from './settle-open.form.js';
import { Tallies } from './tallies.js';
import { TallyComplaintsWorker } from './tally-complaints.worker.js';

/** Rankings of the stores of a region by the complaints of a year. */
export const RANKINGS: Provider[] = [
  ...[ComplaintCount, ComplaintCountConsumer, Tallies, RankingCases, RankingListService],
  ...[SettleOpenForm, ApproveRankingForm],
  ...[TallyComplaintsWorker, PublishRankingWorker],
];

export const RANKING_ROUTES: Type[] = [RankingsController];
