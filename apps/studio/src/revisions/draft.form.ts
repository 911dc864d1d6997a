import {
  REVISION_KIND_NAMES,
  REVISION_TARGETS,
  type RevisionKind,
  type RevisionTarget,
  type RulebookDocument,
} from '@huiying/contracts';
import { type Answers, FormOwner, type FormSubject, RecordedForm } from '@huiying/forms';
import { Clock, defineProblems } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { ModelCheck } from '../models/model-check.js';
import { modelFileOf } from '../models/model-file.js';
import { Rulebook } from '../rulebook/rulebook.js';
import { readFields } from './registration-fields.js';
import { changes, targetOf } from './revision.decider.js';
import { RevisionOrigins } from './revision-origins.js';
import { type Revision, Revisions } from './revisions.js';

defineProblems({
  'revision-target': { zh: '这类修订不能修改所选对象', en: 'A revision of this kind cannot change that' },
  'revision-unchanged': { zh: '修订内容与现行文本相同', en: 'The text is the one in force' },
  'revision-effective': { zh: '生效日期不能早于今天', en: 'The effective day must not be in the past' },
  'revision-model-missing': { zh: '请先附上修改后的模型', en: 'Attach the drafted model first' },
});

/** 拟定修订 (R08.9, R05.10, R13.10): what is changed, the new text or model, why, and from when. */
@FormOwner('rule-revision--draft')
export class DraftForm extends RecordedForm {
  constructor(
    private readonly database: DataSource,
    private readonly revisions: Revisions,
    private readonly origins: RevisionOrigins,
    private readonly rulebook: Rulebook,
    private readonly models: ModelCheck,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const revision = await this.revisions.get(subjectNo);
    const origin = await this.origins.of(revision.originNo);
    const target = targetOf(revision.kind) ?? ruleOf(origin.rule, revision.kind);
    return {
      kind: REVISION_KIND_NAMES[revision.kind].zh,
      origin: origin.text,
      model: revision.modelName ?? '',
      ...(origin.reason === '' ? {} : { reason: origin.reason }),
      ...(target !== null && { target }),
      ...(await this.textOf(target, revision.orgId)),
      ...(await this.returned(subjectNo)),
    };
  }

  /** The text in force of what is revised. */
  private async textOf(target: RevisionTarget | null, orgId: string): Promise<Record<string, unknown>> {
    if (target === null || target === 'model') return {};
    const current = await this.rulebook.inForce(target, orgId, this.today());
    if (!current) return {};
    return {
      content: current.content,
      fields: current.fields.map(({ label, required }) => ({ label, required })),
    };
  }

  /** A draft that was sent back is mended, not written anew: what it said, and what the approver says of it. */
  private async returned(revisionNo: string): Promise<Record<string, unknown>> {
    const { manager } = this.database;
    const judged = await this.records.latest(manager, revisionNo, 'rule-revision--approve');
    if (judged?.answers['approved'] !== 'back') return { returned: '' };
    const draft = await this.records.latest(manager, revisionNo, 'rule-revision--draft');
    return { ...draft?.answers, returned: judged.answers['opinion'] };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    answers.require('target', 'content', 'reason', 'effectiveOn');
    const revision = await this.revisions.get(subjectNo);
    const target = answers.code<RevisionTarget>('target', REVISION_TARGETS);
    const effectiveOn = answers.day('effectiveOn');
    if (effectiveOn !== null && effectiveOn < this.today()) answers.refuse('effectiveOn', 'revision-effective');
    if (target === null) return {};
    if (!changes(revision.kind, target)) answers.refuse('target', 'revision-target');
    else if (target === 'model') await this.requireModel(answers, revision);
    else await this.requireChange(answers, target, revision.orgId);
    return { revisionTarget: target, effectiveOn };
  }

  private async requireChange(answers: Answers, document: RulebookDocument, orgId: string): Promise<void> {
    const fields = document === 'registration-form' ? readFields(answers) : [];
    const current = await this.rulebook.inForce(document, orgId, this.today());
    const same = current?.content.trim() === answers.text('content');
    if (same && JSON.stringify(current.fields) === JSON.stringify(fields))
      answers.refuse('content', 'revision-unchanged');
  }

  private async requireModel(answers: Answers, revision: Revision): Promise<void> {
    const { modelName, modelContent, kind } = revision;
    const file = modelName !== null && modelContent !== null ? modelFileOf(modelName, modelContent) : undefined;
    if (file?.kind !== kind) answers.refuse('target', 'revision-model-missing');
    else if (kind === 'decision' && modelContent !== null) {
      const refused = await this.models.decision(modelContent);
      if (refused) answers.refuse('target', refused.code);
    }
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}

/** The document that was chosen, where a revision of this kind may change it. */
function ruleOf(rule: string, kind: RevisionKind): RevisionTarget | null {
  const target = REVISION_TARGETS.find((one) => one === rule);
  return target !== undefined && changes(kind, target) ? target : null;
}
