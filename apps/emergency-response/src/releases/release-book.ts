import { Injectable } from '@nestjs/common';
import type { ReleaseChannel } from '@huiying/contracts';
import { Clock, Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Response } from '../responses/response.entity.js';

/** What was published, or corrected, and where. */
export interface Release {
  releaseId: string;
  round: number;
  channels: ReleaseChannel[];
  content: string;
  draftedBy: string;
  approvedBy: string;
  publishedAt: Date;
  /** The release that this one corrects. */
  corrects: string | null;
}

interface Row extends Omit<Release, 'content'> {
  text_enc: string;
}

type Draft = Pick<Release, 'channels' | 'content' | 'draftedBy' | 'approvedBy'>;

/** 发布的信息 and 更正公告 of a response (R08.8). */
@Injectable()
export class ReleaseBook {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Once per outcome or per corrected release; undefined where it was published before. */
  async publish(
    manager: EntityManager,
    { caseNo, n, round }: Response,
    draft: Draft,
    origin: { outcomeId: string } | { corrects: string },
  ): Promise<Release | undefined> {
    const releaseId = v7();
    const publishedAt = this.clock.now();
    const corrects = 'corrects' in origin ? origin.corrects : null;
    const rows = await manager.query<unknown[]>(
      `INSERT INTO release (release_id, case_no, n, round, outcome_id, channels, text_enc, drafted_by, approved_by, published_at, corrects)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        releaseId,
        caseNo,
        n,
        round,
        'outcomeId' in origin ? origin.outcomeId : null,
        draft.channels,
        await this.vault.seal(manager, placeOf(caseNo, releaseId), draft.content),
        draft.draftedBy,
        draft.approvedBy,
        publishedAt,
        corrects,
      ],
    );
    return rows.length === 0 ? undefined : { ...draft, releaseId, round, publishedAt, corrects };
  }

  async all(manager: EntityManager, { caseNo, n }: Pick<Response, 'caseNo' | 'n'>): Promise<Release[]> {
    const rows = await manager.query<Row[]>(
      `SELECT release_id AS "releaseId", round, channels, text_enc, drafted_by AS "draftedBy", approved_by AS "approvedBy",
         published_at AS "publishedAt", corrects
       FROM release WHERE case_no = $1 AND n = $2 ORDER BY published_at, release_id`,
      [caseNo, n],
    );
    return Promise.all(
      rows.map(async ({ text_enc, ...release }) => ({
        ...release,
        content: await this.vault.open(manager, placeOf(caseNo, release.releaseId), text_enc),
      })),
    );
  }

  /** What still stands as it was published. */
  async uncorrected(manager: EntityManager, response: Response): Promise<Release[]> {
    const all = await this.all(manager, response);
    const corrected = new Set(all.map(({ corrects }) => corrects));
    return all.filter(({ releaseId, corrects }) => corrects === null && !corrected.has(releaseId));
  }
}

function placeOf(caseNo: string, releaseId: string) {
  return { subject: caseNo, table: 'release', id: releaseId, column: 'text_enc' };
}
