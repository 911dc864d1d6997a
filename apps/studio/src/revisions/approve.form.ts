import {
  REVISION_DECISIONS,
  REVISION_KIND_NAMES,
  REVISION_TARGET_NAMES,
  type RevisionDecision,
  type RevisionTarget,
  type TaskOutcome,
} from '@huiying/contracts';
import {
  type Answers,
  answerText,
  type FormContext,
  FormOwner,
  type FormRecord,
  type FormSubject,
  RecordedForm,
} from '@huiying/forms';
import { Clock, Directory, Problem } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { PublishedModels } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { modelFileOf } from '../models/model-file.js';
import { diffText } from '../rulebook/line-diff.js';
import { notBefore, Rulebook } from '../rulebook/rulebook.js';
import { toldAs } from './revision.decider.js';
import { RevisionOrigins } from './revision-origins.js';
import { type Revision, Revisions } from './revisions.js';

const DRAFT = 'rule-revision--draft';
const APPROVE = 'rule-revision--approve';

/** 批准 (R08.9): only what the head approves comes into force, and never one's own draft. */
@FormOwner(APPROVE)
export class ApproveForm extends RecordedForm {
  constructor(
    private readonly database: DataSource,
    private readonly revisions: Revisions,
    private readonly origins: RevisionOrigins,
    private readonly rulebook: Rulebook,
    private readonly published: PublishedModels,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const revision = await this.revisions.get(subjectNo);
    const draft = await this.records.latest(this.database.manager, subjectNo, DRAFT);
    if (!draft) return { kind: REVISION_KIND_NAMES[revision.kind].zh };
    const target = draft.answers['target'] as RevisionTarget;
    const drafter = await this.directory.person(draft.actorId);
    return {
      kind: REVISION_KIND_NAMES[revision.kind].zh,
      origin: (await this.origins.of(revision.originNo)).text,
      target: target === 'model' ? (revision.modelName ?? '') : REVISION_TARGET_NAMES[target].zh,
      changes: await this.changesOf(revision, target, answerText(draft.answers['content'])),
      content: answerText(draft.answers['content']),
      reason: answerText(draft.answers['reason']),
      effectiveOn: answerText(draft.answers['effectiveOn']),
      drafter: drafter?.name ?? draft.actorId,
    };
  }

  protected async decide(answers: Answers, { subjectNo, actorId }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('approved', 'opinion');
    const approved = answers.code<RevisionDecision>('approved', REVISION_DECISIONS);
    if (approved === 'yes') {
      const revision = await this.revisions.get(subjectNo);
      const draft = await this.toApprove(subjectNo);
      if (draft.actorId === actorId || revision.modelBy === actorId) throw new Problem('same-person', 'forbidden');
    }
    return { approved };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    if (outcome.data['approved'] !== 'yes') return;
    const revision = await this.revisions.get(outcome.subjectNo);
    const draft = await this.records.latest(context.manager, outcome.subjectNo, DRAFT);
    const effectiveOn = notBefore(answerText(draft?.answers['effectiveOn']), dayOf(new Date(outcome.completedAt)));
    await this.tell(outcome, context, {
      type: 'revision.approved',
      subject: revision.revisionNo,
      orgId: revision.orgId,
      data: { revisionNo: revision.revisionNo, target: toldAs(revision.kind), effectiveOn },
    });
  }

  /** What differs from the text or model in force, line by line. */
  private async changesOf(revision: Revision, target: RevisionTarget, content: string): Promise<string> {
    if (target !== 'model') {
      const current = await this.rulebook.inForce(target, revision.orgId, dayOf(this.clock.now()));
      return diffText(current?.content ?? '', content);
    }
    const { modelName, modelContent } = revision;
    const file = modelName !== null && modelContent !== null ? modelFileOf(modelName, modelContent) : undefined;
    const current = this.published.all().find(({ id }) => id === file?.id);
    return diffText(current?.content ?? '', modelContent ?? '').slice(0, LONGEST_DIFF);
  }

  /**
   * Each draft is judged once: while the newest is on its way, there are as many judgements as drafts, and nobody knows who drafted it.
   * @throws Problem `form-on-its-way` (unavailable)
   */
  private async toApprove(revisionNo: string): Promise<FormRecord> {
    const about = { subjectNo: revisionNo };
    const drafts = await this.records.all(this.database.manager, about, DRAFT);
    const judged = await this.records.all(this.database.manager, about, APPROVE);
    const draft = drafts.at(-1);
    if (!draft || drafts.length <= judged.length) throw new Problem('form-on-its-way', 'unavailable');
    return draft;
  }
}

/** Of a model's text; the whole of it is on the revision's page. */
const LONGEST_DIFF = 20_000;
