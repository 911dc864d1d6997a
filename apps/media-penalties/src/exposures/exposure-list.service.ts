import { Injectable } from '@nestjs/common';
import {
  EXPOSURE_STATE_NAMES,
  type ExposureList,
  type ExposureRow,
  type ExposureView,
  MEDIUM_NAMES,
} from '@huiying/contracts';
import { whereAllowed } from '@huiying/persistence';
import { AccessService, Clock, pageOf, Problem, readCursor, type StaffSubject, Vault } from '@huiying/platform';
import { LimitDays } from '@huiying/service';
import { toLocalIso } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { type Column, csvOf } from '../exports/csv.js';
import { sourceOf, summaryPlace } from './exposure.js';
import { ExposureBook } from './exposure-book.js';

/** What the list may be narrowed by. */
export interface ExposureFilter {
  state?: string;
  medium?: string;
  storeId?: string;
  caseNo?: string;
  cursor?: string;
  limit?: number;
}

type Row = Omit<ExposureRow, 'mediumText' | 'stateText' | 'registeredAt' | 'clarifyBy'> & {
  registeredAt: Date;
  key: string;
  orgType: string;
};

const PAGE = 50;
/** Rows of one export. */
const EXPORT_LIMIT = 10_000;

const COLUMNS: Column<ExposureRow>[] = [
  ['曝光编号', ({ exposureNo }) => exposureNo],
  ['分店', ({ storeName }) => storeName ?? ''],
  ['媒体类型', ({ mediumText }) => mediumText.zh],
  ['媒体', ({ outlet }) => outlet],
  ['刊播日期', ({ publishedOn }) => publishedOn],
  ['澄清截止', ({ clarifyBy }) => clarifyBy ?? ''],
  ['案号', ({ caseNo }) => caseNo ?? ''],
  ['状态', ({ stateText }) => stateText.zh],
  ['登记时间', ({ registeredAt }) => registeredAt],
];

/** 曝光: the exposures that the caller may read, newest first. */
@Injectable()
export class ExposureListService {
  constructor(
    private readonly database: DataSource,
    private readonly book: ExposureBook,
    private readonly access: AccessService,
    private readonly limits: LimitDays,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async list(filter: ExposureFilter, caller: StaffSubject): Promise<ExposureList> {
    const limit = Math.min(filter.limit ?? PAGE, 200);
    const rows = await this.rows(filter, limit + 1, caller);
    const { page, next } = pageOf(rows, limit, ({ key, exposureNo }) => [key, exposureNo]);
    return { items: page.map((row) => this.rowOf(row)), next };
  }

  /** The same rows as CSV (RFC 4180, UTF-8 with BOM), at most 10,000. */
  async csv(filter: ExposureFilter, caller: StaffSubject): Promise<string> {
    const rows = await this.rows(filter, EXPORT_LIMIT, caller);
    return csvOf(
      COLUMNS,
      rows.map((row) => this.rowOf(row)),
    );
  }

  /** One exposure; the access guard has decided before. */
  async read(exposureNo: string, caller: StaffSubject): Promise<ExposureView> {
    const { manager } = this.database;
    const [row] = await this.rows({}, 1, caller, exposureNo);
    const exposure = await this.book.find(manager, exposureNo);
    if (!row || !exposure) throw new Problem('not-found', 'missing');
    const { mediaLevel, byCustomer, about, summaryEnc, clarifiedOutlet, clarifiedOn, because } = exposure;
    const penalties = await this.database.query<{ no: string }[]>(
      `SELECT penalty_no AS no FROM penalty WHERE source = $1 ORDER BY 1`,
      [sourceOf(exposureNo)],
    );
    return {
      ...this.rowOf(row),
      ...{ mediaLevel, byCustomer, about, clarifiedOutlet, clarifiedOn, because },
      summary: summaryEnc && (await this.vault.open(manager, summaryPlace(exposure), summaryEnc)),
      penaltyNos: penalties.map(({ no }) => no),
    };
  }

  private async rows(
    filter: ExposureFilter,
    limit: number,
    caller: StaffSubject,
    exposureNo: string | null = null,
  ): Promise<Row[]> {
    const [at, after] = readCursor(filter.cursor);
    const { state = null, medium = null, storeId = null, caseNo = null } = filter;
    const own = [state, medium, storeId, caseNo, at, after, limit, exposureNo];
    const allowed = whereAllowed(
      this.access.for(caller, 'exposure.list'),
      { caseNo: 'x.case_no', unitId: 'x.unit_id', parties: 'array_remove(ARRAY[x.store_id], NULL)' },
      own.length + 1,
      this.clock.now(),
    );
    return this.database.query<Row[]>(
      `SELECT x.exposure_no AS "exposureNo", x.org_id AS "orgId", o.org_type AS "orgType", x.store_id AS "storeId",
         su.name AS "storeName", x.case_no AS "caseNo", x.medium, x.outlet, x.published_on::text AS "publishedOn", x.state,
         x.registered_at AS "registeredAt", x.registered_at::text AS key
       FROM exposure x LEFT JOIN access.unit su ON su.id = x.store_id LEFT JOIN access.unit o ON o.id = x.org_id
       WHERE ($1::text IS NULL OR x.state = $1) AND ($2::text IS NULL OR x.medium = $2) AND ($3::text IS NULL OR x.store_id = $3)
         AND ($4::text IS NULL OR x.case_no = $4)
         AND ($5::timestamptz IS NULL OR (x.registered_at, x.exposure_no) < ($5::timestamptz, $6::text))
         AND ($8::text IS NULL OR x.exposure_no = $8) AND ${allowed.sql}
       ORDER BY x.registered_at DESC, x.exposure_no DESC LIMIT $7`,
      [...own, ...allowed.params],
    );
  }

  private rowOf({ key: _key, orgType, ...row }: Row): ExposureRow {
    return {
      ...row,
      mediumText: MEDIUM_NAMES[row.medium],
      stateText: EXPOSURE_STATE_NAMES[row.state],
      clarifyBy: this.limits.last('R11.4', orgType, row.publishedOn) ?? null,
      registeredAt: toLocalIso(row.registeredAt),
    };
  }
}
