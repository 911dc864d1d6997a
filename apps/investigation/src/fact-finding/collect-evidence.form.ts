import { EVIDENCE_KINDS, type TaskOutcome } from '@huiying/contracts';
import { Answers, type FormContext, FormOwner, momentOf } from '@huiying/forms';
import { v7 } from 'uuid';
import { CaseForm } from '../records/case-form.js';

/** 收集证据 (R04.6): every piece with its kind, source and time. */
@FormOwner('investigation--collect-evidence')
export class CollectEvidenceForm extends CaseForm {
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

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    const pieces = new Answers(outcome.data).lines('evidence').map((piece) => ({
      evidenceId: v7(),
      kind: EVIDENCE_KINDS.find((kind) => kind === piece['kind']) ?? 'other',
      takenAt: momentOf(piece['obtainedOn']) ?? outcome.completedAt,
    }));
    await this.tellOfCase(outcome, context, { type: 'evidence.added' }, ...pieces);
  }
}
