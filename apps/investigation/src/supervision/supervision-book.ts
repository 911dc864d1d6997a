import { Injectable } from '@nestjs/common';
import { Clock, Problem, Vault } from '@huiying/platform';
import { OwnNumbers } from '@huiying/service';
import type { EntityManager } from 'typeorm';
import type { Supervision } from './supervision.js';

const COLUMN = {
  supervisionNo: 'supervision_no',
  subjectNo: 'subject_no',
  orgId: 'org_id',
  origin: 'origin',
  originNo: 'origin_no',
  caseNo: 'case_no',
  limitId: 'limit_id',
  takenUp: 'taken_up',
  misconduct: 'misconduct',
  respondentType: 'respondent_type',
  respondentGroup: 'respondent_group',
  storeId: 'store_id',
  personId: 'person_id',
  found: 'found',
  violationCode: 'violation_code',
  systemic: 'systemic',
} as const satisfies Record<keyof Supervision, string>;

type Opened = Pick<Supervision, 'orgId' | 'origin' | 'originNo'> &
  Partial<Pick<Supervision, 'caseNo' | 'limitId'>> & {
    /** Subject of the process, where it is not the number. */
    subjectNo?: string;
    /** Who referred it by hand, and why. */
    referral?: { by: string; reason: string };
  };

/** The files of the supervision office, one for each origin. */
@Injectable()
export class SupervisionBook {
  constructor(
    private readonly numbers: OwnNumbers,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Gives the number `DB-…`; `isNew` false where this origin has its file already. */
  async open(manager: EntityManager, opened: Opened): Promise<{ file: Supervision; isNew: boolean }> {
    const known = await this.one(manager, 'origin = $1 AND origin_no = $2', [opened.origin, opened.originNo]);
    if (known) return { file: known, isNew: false };
    const supervisionNo = await this.numbers.next(manager, 'DB', opened.orgId);
    const { referral } = opened;
    const reason = referral && (await this.vault.seal(manager, placeOf(supervisionNo), referral.reason));
    await manager.query(
      `INSERT INTO supervision (supervision_no, subject_no, org_id, origin, origin_no, case_no, limit_id, reason_enc, opened_at,
         referred_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        supervisionNo,
        opened.subjectNo ?? supervisionNo,
        opened.orgId,
        opened.origin,
        opened.originNo,
        opened.caseNo ?? null,
        opened.limitId ?? null,
        reason ?? null,
        this.clock.now(),
        referral?.by ?? null,
      ],
    );
    return { file: await this.get(manager, opened.subjectNo ?? supervisionNo), isNew: true };
  }

  find(manager: EntityManager, subjectNo: string): Promise<Supervision | undefined> {
    return this.one(manager, 'subject_no = $1', [subjectNo]);
  }

  /** By its number, which of an audit is not the subject of its process. */
  numbered(manager: EntityManager, supervisionNo: string): Promise<Supervision | undefined> {
    return this.one(manager, 'supervision_no = $1', [supervisionNo]);
  }

  /** @throws Problem `supervision-unknown` */
  async get(manager: EntityManager, subjectNo: string): Promise<Supervision> {
    const file = await this.find(manager, subjectNo);
    if (!file) throw new Problem('supervision-unknown', 'missing', { params: { subjectNo } });
    return file;
  }

  async change(
    manager: EntityManager,
    subjectNo: string,
    changes: Partial<Omit<Supervision, 'supervisionNo' | 'subjectNo' | 'orgId' | 'origin' | 'originNo'>>,
  ): Promise<void> {
    const names = Object.keys(changes) as (keyof typeof changes)[];
    const sets = names.map((name, index) => `${COLUMN[name]} = $${index + 2}`);
    await manager.query(`UPDATE supervision SET ${sets.join(', ')} WHERE subject_no = $1`, [
      subjectNo,
      ...names.map((name) => changes[name]),
    ]);
  }

  async concluded(manager: EntityManager, subjectNo: string): Promise<void> {
    await manager.query(`UPDATE supervision SET concluded_at = coalesce(concluded_at, $2) WHERE subject_no = $1`, [
      subjectNo,
      this.clock.now(),
    ]);
  }

  /** Who referred it by hand and why; undefined where nobody did. */
  async referral(manager: EntityManager, supervisionNo: string): Promise<{ by: string; reason: string } | undefined> {
    const [row] = await manager.query<{ reason_enc: string | null; referred_by: string | null }[]>(
      `SELECT reason_enc, referred_by FROM supervision WHERE supervision_no = $1`,
      [supervisionNo],
    );
    if (!row?.reason_enc || !row.referred_by) return undefined;
    return { by: row.referred_by, reason: await this.vault.open(manager, placeOf(supervisionNo), row.reason_enc) };
  }

  /** How often before the same store was found to do the same: input `repeat` of decision `violation-schedule`. */
  async repeats(
    manager: EntityManager,
    { storeId, violationCode, subjectNo }: { storeId: string; violationCode: string; subjectNo: string },
  ): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM supervision
       WHERE store_id = $1 AND violation_code = $2 AND found AND concluded_at IS NOT NULL AND subject_no <> $3`,
      [storeId, violationCode, subjectNo],
    );
    return row?.count ?? 0;
  }

  private async one(manager: EntityManager, where: string, values: unknown[]): Promise<Supervision | undefined> {
    const columns = Object.entries(COLUMN).map(([name, column]) => `${column} AS "${name}"`);
    const rows = await manager.query<Supervision[]>(
      `SELECT ${columns.join(', ')} FROM supervision WHERE ${where}`,
      values,
    );
    return rows[0];
  }
}

function placeOf(supervisionNo: string) {
  return { subject: supervisionNo, table: 'supervision', id: supervisionNo, column: 'reason_enc' };
}
