import { Injectable } from '@nestjs/common';
import { DISPUTE_STATE_NAMES, type DisputeList, type DisputeRow, type DisputeView } from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, pageOf, Problem, readCursor, type StaffSubject } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { ownStores } from '../stores/own-stores.js';
import { DisputeBook } from './dispute-book.js';
import { DisputeScreen } from './dispute-screen.js';

export interface DisputeFilter {
  state?: string;
  storeId?: string;
  cursor?: string;
  limit?: number;
}

type Row = Omit<DisputeRow, 'stateText' | 'openedAt' | 'endedAt'> & {
  openedAt: Date;
  endedAt: Date | null;
  key: string;
  whole: boolean;
};

const PAGE = 50;

/** 分店间投诉: the disputes that the caller may read, newest first; a party sees its own side (access.md §2). */
@Injectable()
export class DisputeListService {
  constructor(
    private readonly database: DataSource,
    private readonly book: DisputeBook,
    private readonly screen: DisputeScreen,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(filter: DisputeFilter, caller: StaffSubject): Promise<DisputeList> {
    const limit = Math.min(filter.limit ?? PAGE, 200);
    const rows = await this.rows(filter, limit + 1, caller);
    const { page, next } = pageOf(rows, limit, ({ key, disputeNo }) => [key, disputeNo]);
    return { items: page.map(rowOf), next };
  }

  /** One dispute; the access guard has decided before. @throws Problem not-found (404) */
  async read(disputeNo: string, caller: StaffSubject): Promise<DisputeView> {
    const [row] = await this.rows({}, 1, caller, disputeNo);
    const dispute = await this.book.find(this.database.manager, disputeNo);
    if (!row || !dispute) throw new Problem('not-found', 'missing');
    const own = ownStores(caller);
    const isComplaining = row.whole || own.includes(row.complainingStoreId ?? '');
    const isRespondent = row.whole || own.includes(row.respondentStoreId ?? '');
    const ended = dispute.ruledBy !== null;
    return {
      ...rowOf(row),
      description: await this.screen.description(dispute),
      // The respondent gets the material with the notice, the complaining store the answer with the ruling.
      material: isComplaining || dispute.servedOn !== null ? await this.screen.filed(dispute) : null,
      reply: isRespondent || ended ? await this.screen.reply(dispute) : null,
      ruling: row.whole || ended ? await this.screen.ruling(dispute) : null,
      poorlyHandledBy: dispute.poorlyHandledBy,
    };
  }

  private async rows(
    filter: DisputeFilter,
    limit: number,
    caller: StaffSubject,
    disputeNo: string | null = null,
  ): Promise<Row[]> {
    const [at, after] = readCursor(filter.cursor);
    const own = [filter.state ?? null, filter.storeId ?? null, at, after, limit, disputeNo];
    const may = this.access.for(caller, 'dispute.list');
    const columns = { unitId: 'coalesce(d.region_id, d.org_id)' };
    const now = this.clock.now();
    const allowed = whereAllowed(may, { ...columns, parties: 'd.parties' }, own.length + 1, now);
    const whole = whereAllowed(may, columns, own.length + allowed.params.length + 1, now);
    return this.database.query<Row[]>(
      `SELECT d.dispute_no AS "disputeNo", d.case_no AS "caseNo", d.org_id AS "companyId", d.region_id AS "regionId",
         d.complaining_store_id AS "complainingStoreId", coalesce(c.name, d.complaining_store_id) AS "complainingStoreName",
         d.respondent_store_id AS "respondentStoreId", coalesce(r.name, d.respondent_store_id) AS "respondentStoreName",
         d.state, d.opened_at AS "openedAt", d.opened_at::text AS key, d.due_on::text AS "dueOn",
         d.served_on::text AS "servedOn", d.received_on::text AS "receivedOn", d.ruled_by AS "ruledBy", d.ended_at AS "endedAt",
         ${whole.sql} AS whole
       FROM dispute d LEFT JOIN access.unit c ON c.id = d.complaining_store_id
         LEFT JOIN access.unit r ON r.id = d.respondent_store_id
       WHERE ($1::text IS NULL OR d.state = $1) AND ($2::text IS NULL OR $2 = ANY (d.parties))
         AND ($3::timestamptz IS NULL OR (d.opened_at, d.dispute_no) < ($3::timestamptz, $4::text))
         AND ($6::text IS NULL OR d.dispute_no = $6) AND ${allowed.sql}
       ORDER BY d.opened_at DESC, d.dispute_no DESC LIMIT $5`,
      [...own, ...allowed.params, ...whole.params],
    );
  }
}

function rowOf({ key: _key, whole: _whole, openedAt, endedAt, ...row }: Row): DisputeRow {
  return {
    ...row,
    stateText: DISPUTE_STATE_NAMES[row.state],
    openedAt: toLocalIso(openedAt),
    endedAt: endedAt && toLocalIso(endedAt),
  };
}
