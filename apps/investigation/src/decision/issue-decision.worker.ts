import type { OutputOf } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { FormRecords } from '@huiying/forms';
import { Clock, Problem } from '@huiying/platform';
import { BpmnError, type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { v7 } from 'uuid';
import { refOf, sumFen } from '../measures/measure.js';
import { MeasureBook } from '../measures/measure-book.js';
import { CaseFacts, CompletedTask, ofJob } from '@huiying/service';
import { Handlings } from '../records/handlings.js';
import { decisiveAmountYuan, isExceeded } from './authority.decider.js';
import { Authorities } from './authorities.js';

/**
 * Puts a decision and its measures in force (R04.8, R01.5), unless what it pays, or severity or amount of the case as they are now,
 * are above the decider's limit (R10.2): then the error carries the figures that name the right decider.
 */
@ZeebeWorker('investigation.issue-decision')
export class IssueDecisionWorker implements JobHandler<'investigation.issue-decision'> {
  constructor(
    private readonly facts: CaseFacts,
    private readonly tasks: CompletedTask,
    private readonly measures: MeasureBook,
    private readonly handlings: Handlings,
    private readonly records: FormRecords,
    private readonly authorities: Authorities,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(
    job: JobOf<'investigation.issue-decision'>,
    { manager }: JobContext,
  ): Promise<OutputOf<'investigation.issue-decision'> | BpmnError> {
    const { orgId, orgType, deciderGroup } = job.variables;
    const caseNo = job.variables.caseNo ?? job.variables.subjectNo;
    const level = job.variables.level ?? null;
    const now = await this.facts.now(caseNo);
    const task = await this.tasks.outcome(job.variables.outcomeId, 'decide-and-answer--decide');
    const measures = await this.measures.ofTask(manager, task.taskId);
    const paidFen = Math.max(sumFen(measures), job.variables.payFen ?? 0);
    const amountYuan = decisiveAmountYuan(paidFen, now.amountYuan);
    const severity = now.severity === 'major' ? 'major' : 'general';
    const needed = this.authorities.needed({ severity, amountYuan, orgType });
    if (isExceeded({ deciderGroup, level }, needed))
      return new BpmnError('authority-exceeded', { severity, amountYuan });

    const handling = await this.handlings.find(manager, caseNo);
    if (!handling) throw new Problem('handling-unknown', 'missing');
    // The job may be faster than the event of the completed form, and the letter of the decision says what the form said.
    await this.records.keep(manager, task, handling.round);
    const decisionId = v7();
    const justified = justifiedOf(handling.justified);
    await manager.query(
      `INSERT INTO decision (decision_id, case_no, round, task_id, level, decider_group, decided_by, justified, amount_fen, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        decisionId,
        caseNo,
        handling.round,
        task.taskId,
        level,
        deciderGroup,
        task.completedBy,
        justified,
        paidFen,
        this.clock.now(),
      ],
    );
    await this.measures.putInForce(
      manager,
      measures.map(({ measureNo }) => measureNo),
    );
    await this.handlings.change(manager, { caseNo, orgId }, { decidedBy: task.completedBy });
    await this.outbox.event(manager, {
      ...ofJob(job, caseNo),
      type: 'decision.issued',
      actorId: task.completedBy,
      data: {
        decisionId,
        level: level ?? 0,
        justified,
        measures: measures.map(refOf),
        ...(paidFen > 0 ? { amountFen: paidFen } : {}),
      },
    });
    return { measures: measures.map(refOf), severity, amountYuan };
  }
}

/** A settlement that must be decided has no report: its complaint was taken up, so it counts as justified. */
function justifiedOf(reported: string | null): 'yes' | 'partly' | 'no' | 'unproven' {
  return reported === 'partly' || reported === 'no' || reported === 'unproven' ? reported : 'yes';
}
