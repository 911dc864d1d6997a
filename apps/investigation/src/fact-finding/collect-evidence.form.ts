import { EVIDENCE_KINDS, type TaskOutcome } from '@huiying/contracts';
import { FormOwner } from '@huiying/forms';
import { v7 } from 'uuid';
import { Answers } from '../records/answers.js';
import { CaseForm, type FormContext } from '../records/case-form.js';
import { momentOf } from '../records/moment.js';

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
    const cause = { form: 'investigation--collect-evidence' } as const;
    await this.tell(outcome, context, { type: 'evidence.added', cause }, ...pieces);
  }
}
