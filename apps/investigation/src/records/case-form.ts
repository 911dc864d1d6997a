import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload, EventType, InternalCase, TaskOutcome } from '@huiying/contracts';
import { type FormContext, type FormSubject, RecordedForm } from '@huiying/forms';
import { CaseFacts, caseNoOf } from '@huiying/service';
import { isSupervision } from '../supervision/supervision.js';
import { Screens } from '../screens/screens.js';
import { Handlings } from './handlings.js';
import './investigation.problems.js';

/** Figures of the case as they are when a form is checked, for the gateway or decision behind it. */
export function figuresOf(now: Pick<InternalCase, 'severity' | 'amountYuan'>): {
  severity: string | null;
  amountYuan: number | null;
} {
  return { severity: now.severity, amountYuan: now.amountYuan };
}

/** A form about a case: opens with what its read-only fields tell and `prefill` proposes, is kept with the round of the handling. */
@Injectable()
export abstract class CaseForm extends RecordedForm {
  @Inject(CaseFacts) protected readonly facts: CaseFacts;
  @Inject(Screens) protected readonly screens: Screens;
  @Inject(Handlings) private readonly rounds: Handlings;

  override async start(subject: FormSubject): Promise<Record<string, unknown>> {
    return { ...(await this.screens.of(subject)), ...(await this.prefill(subject)) };
  }

  override async completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    await this.records.keep(manager, outcome, outcome.caseNo ? await this.rounds.roundOf(manager, outcome.caseNo) : 0);
  }

  /** Emits one event for each of `data` about the case of a completed form (`subject`: what else it speaks of), in the form's transaction. */
  protected async tellOfCase<T extends EventType>(
    outcome: TaskOutcome,
    context: FormContext,
    { type, subject }: { type: T; subject?: string },
    ...data: EventPayload<T>[]
  ): Promise<void> {
    // A file of the supervision office is sealed: what is found in it is told to nobody (access.md §3).
    if (isSupervision(outcome.subjectNo)) return;
    const caseNo = outcome.caseNo ?? caseNoOf(outcome.subjectNo);
    const { orgId } = await this.facts.now(caseNo);
    for (const one of data) {
      await this.tell(outcome, context, { type, subject: subject ?? caseNo, caseNo, orgId, data: one });
    }
  }

  protected caseOf(subject: FormSubject): Promise<InternalCase> {
    return this.facts.now(caseNoOf(subject.subjectNo));
  }
}
