import { Injectable } from '@nestjs/common';
import { defineProblems, found, Vault } from '@huiying/platform';
import { type EntityManager, In, MoreThanOrEqual, Not } from 'typeorm';
import { type Measure, type MeasureLine, type MeasureSubject, subjectOfCase } from './measure.js';
import { MeasureRow } from './measure.entity.js';

defineProblems({
  'measure-unknown': { zh: '没有这项措施', en: 'There is no such measure' },
});

/** The measures of all cases and of what has none: proposed by a form, put in force by a decision, an agreement or a diversion, done, closed. */
@Injectable()
export class MeasureBook {
  constructor(private readonly vault: Vault) {}

  /**
   * Numbers the lines of a task's form `<subjectNo>-M<n>`. A form may be checked several times before its task completes: the same places
   * keep their numbers, dropped lines lose theirs. `orgIds`: organisations of lines that another than the subject's carries out.
   */
  async propose(
    manager: EntityManager,
    subject: MeasureSubject,
    taskId: string,
    lines: readonly MeasureLine[],
    orgIds: readonly (string | undefined)[] = [],
  ): Promise<Measure[]> {
    await manager.delete(MeasureRow, { taskId, place: MoreThanOrEqual(lines.length), state: 'proposed' });
    const known = await manager.findBy(MeasureRow, { taskId });
    for (const [place, line] of lines.entries()) {
      const measureNo =
        known.find((row) => row.place === place)?.measureNo ?? (await this.nextNumber(manager, subject.subjectNo));
      const own = { ...subject, orgId: orgIds[place] ?? subject.orgId };
      await this.write(manager, own, { measureNo, taskId, place, state: 'proposed' }, line);
    }
    return this.ofTask(manager, taskId);
  }

  /** A measure that nobody proposed on a form (repair request, invalid complaint), in force at once. A repeat changes nothing. */
  async order(manager: EntityManager, measureNo: string, caseNo: string, line: MeasureLine): Promise<void> {
    const row = { measureNo, taskId: null, place: 0, state: 'in-force' } as const;
    await this.write(manager, subjectOfCase(caseNo), row, line);
    await manager.query(
      `INSERT INTO measure_number (subject_no, last) VALUES ($1, 1) ON CONFLICT (subject_no) DO NOTHING`,
      [caseNo],
    );
  }

  async putInForce(manager: EntityManager, measureNos: readonly string[]): Promise<void> {
    await manager.update(MeasureRow, { measureNo: In(measureNos), state: 'proposed' }, { state: 'in-force' });
  }

  /** All that a task proposed. */
  async putTaskInForce(manager: EntityManager, taskId: string): Promise<void> {
    await manager.update(MeasureRow, { taskId, state: 'proposed' }, { state: 'in-force' });
  }

  async ofTask(manager: EntityManager, taskId: string): Promise<Measure[]> {
    return this.opened(manager, await manager.find(MeasureRow, { where: { taskId }, order: { place: 'ASC' } }));
  }

  async ofCase(manager: EntityManager, caseNo: string): Promise<Measure[]> {
    const rows = manager.createQueryBuilder(MeasureRow, 'm').where({ caseNo });
    return this.opened(manager, await rows.orderBy('length(m.measureNo)').addOrderBy('m.measureNo').getMany());
  }

  async find(manager: EntityManager, measureNo: string): Promise<Measure | undefined> {
    return (await this.opened(manager, await manager.findBy(MeasureRow, { measureNo })))[0];
  }

  /** @throws Problem `measure-unknown` (missing) */
  async read(manager: EntityManager, measureNo: string): Promise<Measure> {
    return found(await this.find(manager, measureNo), 'measure-unknown', { measureNo });
  }

  async done(
    manager: EntityManager,
    measureNo: string,
    on: { doneOn: string; doneBy: string; paidFen: number | null },
  ): Promise<void> {
    // Verified and closed before the event of its completion came, it stays closed, with the day and what was paid.
    const state = () => `CASE state WHEN 'closed' THEN state ELSE 'done' END`;
    await manager.update(MeasureRow, { measureNo }, { ...on, state });
  }

  /** Whoever carries it out may not verify it. */
  async carriedOutBy(manager: EntityManager, measureNo: string, personId: string): Promise<void> {
    await manager.update(MeasureRow, { measureNo, state: Not('closed') }, { doneBy: personId });
  }

  /** Verifying found it incomplete: it is to be done again, and the completion before no longer counts. */
  async sentBack(manager: EntityManager, measureNo: string): Promise<void> {
    const undone = { state: 'in-force', doneOn: null, paidFen: null } as const;
    await manager.update(MeasureRow, { measureNo, state: 'done' }, undone);
  }

  async close(manager: EntityManager, measureNo: string, closedOn: string): Promise<void> {
    await manager.update(MeasureRow, { measureNo }, { state: 'closed', closedOn });
  }

  private async nextNumber(manager: EntityManager, subjectNo: string): Promise<string> {
    const [row] = await manager.query<{ last: number }[]>(
      `INSERT INTO measure_number (subject_no, last) VALUES ($1, 1)
       ON CONFLICT (subject_no) DO UPDATE SET last = measure_number.last + 1 RETURNING last`,
      [subjectNo],
    );
    return `${subjectNo}-M${row?.last}`;
  }

  private async write(
    manager: EntityManager,
    subject: MeasureSubject,
    row: Pick<MeasureRow, 'measureNo' | 'taskId' | 'place' | 'state'>,
    { description, ...line }: MeasureLine,
  ): Promise<void> {
    const descriptionEnc = await this.vault.seal(manager, placeOf({ ...subject, ...row }), description);
    await manager
      .createQueryBuilder()
      .insert()
      .into(MeasureRow)
      .values({ ...subject, ...row, ...line, descriptionEnc })
      .orUpdate(['type', 'assigned_group', 'planned_on', 'amount_fen', 'description_enc', 'org_id'], ['measure_no'], {
        overwriteCondition: { where: `measure.state = 'proposed'` },
      })
      .execute();
  }

  private opened(manager: EntityManager, rows: readonly MeasureRow[]): Promise<Measure[]> {
    return Promise.all(
      rows.map(async ({ descriptionEnc, place: _place, ...row }) => ({
        ...row,
        description: await this.vault.open(manager, placeOf(row), descriptionEnc),
      })),
    );
  }
}

function placeOf({ measureNo, caseNo, subjectNo }: Pick<MeasureRow, 'measureNo' | 'caseNo' | 'subjectNo'>) {
  return { subject: caseNo ?? subjectNo, table: 'measure', id: measureNo, column: 'description_enc' };
}
