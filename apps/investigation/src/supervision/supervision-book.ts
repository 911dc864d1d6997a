import { Injectable } from '@nestjs/common';
import { Clock, found, Vault } from '@huiying/platform';
import { OwnNumbers } from '@huiying/service';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Supervision } from './supervision.entity.js';

type Opened = Pick<Supervision, 'orgId' | 'origin' | 'originNo'> &
  Partial<Pick<Supervision, 'caseNo' | 'limitId'>> & {
    /** Subject of the process, where it is not the number. */
    subjectNo?: string;
    /** Who referred it by hand, and why. */
    referral?: { by: string; reason: string };
  };

/** What the office finds out once the file is open. */
type Change = Partial<
  Pick<
    Supervision,
    'caseNo' | 'takenUp' | 'misconduct' | 'respondentType' | 'respondentGroup' | 'storeId' | 'personId'
  > &
    Pick<Supervision, 'found' | 'violationCode' | 'systemic'>
>;

/** The files of the supervision office, one for each origin. */
@Injectable()
export class SupervisionBook {
  constructor(
    private readonly numbers: OwnNumbers,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Gives the number `DB-…`; `isNew` false where this origin has its file already. */
  async open(
    manager: EntityManager,
    { subjectNo, referral, ...opened }: Opened,
  ): Promise<{ file: Supervision; isNew: boolean }> {
    const known = await manager.findOneBy(Supervision, { origin: opened.origin, originNo: opened.originNo });
    if (known) return { file: known, isNew: false };
    const supervisionNo = await this.numbers.next(manager, 'DB', opened.orgId);
    const reasonEnc = referral && (await this.vault.seal(manager, placeOf(supervisionNo), referral.reason));
    const file = { ...opened, supervisionNo, subjectNo: subjectNo ?? supervisionNo };
    await manager.insert(Supervision, { ...file, reasonEnc, referredBy: referral?.by, openedAt: this.clock.now() });
    return { file: await this.get(manager, file.subjectNo), isNew: true };
  }

  find(manager: EntityManager, subjectNo: string): Promise<Supervision | null> {
    return manager.findOneBy(Supervision, { subjectNo });
  }

  /** By its number, which of an audit is not the subject of its process. */
  numbered(manager: EntityManager, supervisionNo: string): Promise<Supervision | null> {
    return manager.findOneBy(Supervision, { supervisionNo });
  }

  /** @throws Problem `supervision-unknown` */
  async get(manager: EntityManager, subjectNo: string): Promise<Supervision> {
    return found(await this.find(manager, subjectNo), 'supervision-unknown', { subjectNo });
  }

  async change(manager: EntityManager, subjectNo: string, change: Change): Promise<void> {
    await manager.update(Supervision, { subjectNo }, change);
  }

  async concluded(manager: EntityManager, subjectNo: string): Promise<void> {
    await manager.update(Supervision, { subjectNo, concludedAt: IsNull() }, { concludedAt: this.clock.now() });
  }

  /** Who referred it by hand and why; undefined where nobody did. */
  async referral(
    manager: EntityManager,
    { supervisionNo, referredBy, reasonEnc }: Supervision,
  ): Promise<{ by: string; reason: string } | undefined> {
    if (!reasonEnc || !referredBy) return undefined;
    return { by: referredBy, reason: await this.vault.open(manager, placeOf(supervisionNo), reasonEnc) };
  }

  /** How often before the same store was found to do the same: input `repeat` of decision `violation-schedule`. */
  repeats(
    manager: EntityManager,
    { storeId, violationCode, subjectNo }: { storeId: string; violationCode: string; subjectNo: string },
  ): Promise<number> {
    const others = { found: true, concludedAt: Not(IsNull()), subjectNo: Not(subjectNo) };
    return manager.countBy(Supervision, { storeId, violationCode, ...others });
  }
}

function placeOf(supervisionNo: string) {
  return { subject: supervisionNo, table: 'supervision', id: supervisionNo, column: 'reason_enc' };
}
