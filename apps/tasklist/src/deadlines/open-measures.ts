import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from './deadline.decider.js';
import type { Trigger } from './deadline-events.js';
import { Deadlines, type LimitSubject } from './deadlines.service.js';

/** Telling the progress: one limit per case while any of its measures is open, again and again (R01.8). */
export const PROGRESS_LIMIT = 'R01.8';

/** Measures that are being carried out; the clock opens R01.8 with a case's first one and meets it with the last. */
@Injectable()
export class OpenMeasures {
  constructor(private readonly deadlines: Deadlines) {}

  async opened(manager: EntityManager, measure: LimitSubject, trigger: Trigger): Promise<void> {
    const { caseNo } = measure;
    // Of a supervision, a corrective action, a report: no complainant waits for news of it.
    if (caseNo === null) return;
    await manager.query(
      'insert into open_measure (measure_no, case_no) values ($1, $2) on conflict (measure_no) do nothing',
      [measure.subjectNo, caseNo],
    );
    await this.startProgress(manager, { ...measure, subjectNo: caseNo }, trigger);
  }

  /** The measure is closed; the last one of its case meets the limit. */
  async closed(manager: EntityManager, measureNo: string, act: Act, trigger: Trigger): Promise<void> {
    const [measure] = await manager.query<{ case_no: string }[]>(
      'with gone as (delete from open_measure where measure_no = $1 returning case_no) select case_no from gone',
      [measureNo],
    );
    if (!measure || (await this.anyOpen(manager, measure.case_no))) return;
    const isProgress = ({ limitId }: { limitId: string }) => limitId === PROGRESS_LIMIT;
    await this.deadlines.meet(manager, measure.case_no, isProgress, act, trigger);
  }

  /** The limit passed and was told: the next one begins while something is still open. */
  async again(manager: EntityManager, subject: LimitSubject, from: Date, trigger: Trigger): Promise<void> {
    if (await this.anyOpen(manager, subject.subjectNo)) await this.startProgress(manager, subject, trigger, from);
  }

  private async startProgress(manager: EntityManager, subject: LimitSubject, trigger: Trigger, from?: Date) {
    await this.deadlines.start(
      manager,
      subject,
      { limitIds: [PROGRESS_LIMIT], running: 'take-up', ...(from && { from }) },
      'system',
      trigger,
    );
  }

  private async anyOpen(manager: EntityManager, caseNo: string): Promise<boolean> {
    const [row] = await manager.query<{ open: boolean }[]>(
      'select exists (select 1 from open_measure where case_no = $1) as open',
      [caseNo],
    );
    return row?.open === true;
  }
}
