import {
  PENALTY_KIND_NAMES,
  PENALTY_STATE_NAMES,
  STORE_RESPONDENTS,
  type StoreRespondent,
  type TaskOutcome,
} from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject, moneyText, NO_RECORD } from '@huiying/forms';
import { Clock } from '@huiying/platform';
import { CLIMB_VIOLATION, Staff, ViolationSchedule } from '@huiying/service';
import { AgencyForm } from './agency-form.js';
import { reportText } from './case-text.js';
import { PenaltyBook } from '../penalties/penalty-book.js';
import { isMalicious, needsConsultant } from './fault.js';

/** 过错认定, in every case (R11.1–R11.3): whose fault, computed malice, a code of the operator's schedule (R11.11). */
@FormOwner('agency-complaint--judge-fault')
export class JudgeFaultForm extends AgencyForm {
  constructor(
    private readonly schedule: ViolationSchedule,
    private readonly staff: Staff,
    private readonly penalties: PenaltyBook,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill(subject: FormSubject): Promise<Record<string, unknown>> {
    const { order, now, storeId, consultantId, chosen } = await this.view(subject);
    const asked = STORE_RESPONDENTS.find((type) => type === now.respondentType);
    return {
      order,
      handling: await this.handlings.settlements(this.database.manager, subject.subjectNo),
      report: reportText(await this.handlings.investigated(subject.subjectNo)),
      imposed: await this.imposed(subject.subjectNo),
      record: await this.storeRecord(storeId, subject.subjectNo),
      consequence: this.consequences.ofFault(),
      violations: this.schedule.offered(),
      respondentType: asked ?? (now.kind === 'brokerage-consultant' ? 'consultant' : 'store'),
      ...chosen,
      ...(consultantId ? { consultant: consultantId } : {}),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('respondentType', 'store', 'storeFault', 'consultantFault', 'reason');
    const respondentType = answers.code('respondentType', STORE_RESPONDENTS) ?? 'store';
    const storeFault = answers.flag('storeFault') === true;
    const consultantFault = answers.flag('consultantFault') === true;
    const { orgId } = await this.facts.now(subjectNo);
    const storeId = await this.storeNamed(answers, orgId);
    const consultantId = await this.consultant(
      answers,
      needsConsultant({ respondentType, storeFault, consultantFault }),
    );
    const violationCode = this.violation(answers);
    const repeat =
      violationCode && storeId ? await this.cases.repeats(this.database.manager, storeId, violationCode, subjectNo) : 0;
    const malicious = isMalicious({ storeFault, consultantFault });
    return { respondentType, malicious, storeId, consultantId, violationCode, repeat };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const { subjectNo: caseNo, variables, data } = outcome;
    const { orgId } = await this.facts.now(caseNo);
    const fault = {
      storeId: String(variables['storeId']),
      respondentType: variables['respondentType'] as StoreRespondent,
      storeFault: isYes(data['storeFault']),
      consultantFault: isYes(data['consultantFault']),
      malicious: variables['malicious'] === true,
    };
    await this.cases.lock(context.manager, caseNo, orgId);
    await this.cases.change(context.manager, caseNo, {
      ...fault,
      consultantId: (variables['consultantId'] as string | null) ?? null,
      violationCode: (variables['violationCode'] as string | null) ?? null,
      judgedBy: outcome.completedBy,
      judgedAt: this.clock.now(),
    });
    await this.tell(outcome, context, { type: 'fault.judged', subject: caseNo, caseNo, orgId, data: fault });
  }

  /** 本案已下达的处罚, those of its climb included. */
  private async imposed(caseNo: string): Promise<string> {
    const penalties = await this.penalties.ofCase(this.database.manager, caseNo);
    const lines = penalties.map(
      ({ penaltyNo, kind, amountFen, ruleId, state }) =>
        `${penaltyNo} ${PENALTY_KIND_NAMES[kind].zh} ${moneyText(amountFen)}（${ruleId}）${PENALTY_STATE_NAMES[state].zh}`,
    );
    return lines.join('\n') || NO_RECORD;
  }

  /** How often the store was judged with a code of the schedule before: a row may cost more the second time (R11.11). */
  private async storeRecord(storeId: string | null, caseNo: string): Promise<string> {
    if (storeId === null) return NO_RECORD;
    const counts = await this.cases.violations(this.database.manager, storeId, caseNo);
    const names = new Map(this.schedule.offered().map(({ value, label }) => [value, label]));
    return counts.map(({ code, n }) => `${names.get(code) ?? code}：${n} 次`).join('\n') || NO_RECORD;
  }

  private async consultant(answers: Answers, needed: boolean): Promise<string | null> {
    if (needed) answers.require('consultant');
    const named = answers.text('consultant');
    if (named === '') return null;
    const personId = await this.staff.find(named);
    if (personId === undefined) answers.refuse('consultant', 'consultant-unknown');
    return personId ?? null;
  }

  private violation(answers: Answers): string | null {
    const code = answers.text('violationCode');
    if (code === '') return null;
    if (code === CLIMB_VIOLATION) answers.refuse('violationCode', 'climb-charged-already');
    else if (this.schedule.find(code) === undefined) answers.refuse('violationCode', 'unknown-violation');
    return code;
  }
}

const isYes = (answer: unknown): boolean => answer === true || answer === 'true';
