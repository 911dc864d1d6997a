import { EVIDENCE_KINDS, type TaskOutcome } from '@huiying/contracts';
import { InjectOutbox, type Outbox } from '@huiying/events';
import { FormOwner } from '@huiying/forms';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Answers } from '../records/answers.js';
import { CaseFacts } from '../records/case-facts.js';
import { CaseForm } from '../records/case-form.js';
import { momentOf } from '../records/day.js';
import { FormRecords } from '../records/form-records.js';
import { INVESTIGATION } from '../schema.js';

/** 收集证据 (R04.6): every piece with its kind, source and time. */
@FormOwner('investigation--collect-evidence')
export class CollectEvidenceForm extends CaseForm {
  constructor(
    records: FormRecords,
    facts: CaseFacts,
    @InjectOutbox(INVESTIGATION) private readonly outbox: Outbox,
  ) {
    super(records, facts);
  }

  protected decide(answers: Answers): Record<string, unknown> {
    const pieces = answers.lines('evidence');
    if (pieces.length === 0) answers.refuse('evidence', 'photo-required');
    for (const [place, piece] of pieces.entries()) {
      for (const key of ['kind', 'source', 'obtainedOn']) {
        const value = piece[key];
        if (typeof value !== 'string' || value.trim() === '') answers.refuse(`evidence.${place}.${key}`, 'required');
      }
    }
    return {};
  }

  override async completed(
    outcome: TaskOutcome,
    context: { manager: EntityManager; causationId: string },
  ): Promise<void> {
    await super.completed(outcome, context);
    const { caseNo = outcome.subjectNo } = outcome;
    const { orgId } = await this.facts.now(caseNo);
    for (const piece of new Answers(outcome.data).lines('evidence')) {
      await this.outbox.event(context.manager, {
        type: 'evidence.added',
        subject: caseNo,
        caseNo,
        orgId,
        actorId: outcome.completedBy,
        causationId: context.causationId,
        cause: { form: 'investigation--collect-evidence' },
        data: {
          evidenceId: v7(),
          kind: EVIDENCE_KINDS.find((kind) => kind === piece['kind']) ?? 'other',
          takenAt: momentOf(piece['obtainedOn']) ?? outcome.completedAt,
        },
      });
    }
  }
}
