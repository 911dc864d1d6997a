import { Outbox } from '@huiying/events';
import { FormRecords } from '@huiying/forms';
import { Clock, Problem } from '@huiying/platform';
import { CompletedTask } from '@huiying/service';
import { dayOf } from '@huiying/working-time';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { checksumOf } from '../models/model-file.js';
import { ModelPublications } from '../models/model-publications.js';
import { notBefore, Rulebook } from '../rulebook/rulebook.js';
import { registrationFieldsOf } from './registration-fields.js';
import { Revisions } from './revisions.js';

type Job = JobOf<'studio.publish-version'>;

/** R08.9, R06.6, R03.10: what was approved gets its version, in force from its day; every earlier one stays readable. */
@ZeebeWorker('studio.publish-version')
export class PublishVersionWorker implements JobHandler<'studio.publish-version'> {
  constructor(
    private readonly revisions: Revisions,
    private readonly rulebook: Rulebook,
    private readonly models: ModelPublications,
    private readonly records: FormRecords,
    private readonly tasks: CompletedTask,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: Job, { manager }: JobContext) {
    const { subjectNo, revisionTarget, outcomeId } = job.variables;
    const revision = await this.revisions.find(subjectNo, manager);
    await this.records.demandKept(manager, outcomeId);
    const draft = await this.records.latest(manager, subjectNo, 'rule-revision--draft');
    if (!revision || !draft) throw new Problem('revision-unknown', 'fault');
    const { completedBy: approvedBy } = await this.tasks.outcome(outcomeId);
    const effectiveOn = notBefore(job.variables.effectiveOn, dayOf(this.clock.now()));
    const { orgId, modelName, modelContent } = revision;
    if (revisionTarget === 'model') {
      if (modelName === null || modelContent === null) throw new Problem('revision-model-missing', 'fault');
      const model = { revisionNo: subjectNo, orgId, name: modelName, content: modelContent, approvedBy, effectiveOn };
      await this.models.approve(manager, model, { job: job.type });
      return {};
    }
    const content = String(draft.answers['content']).trim();
    const version = await this.rulebook.publish(manager, {
      document: revisionTarget,
      orgId,
      content,
      fields: revisionTarget === 'registration-form' ? registrationFieldsOf(draft.answers['fields']) : [],
      effectiveOn,
      revisionNo: subjectNo,
      reason: String(draft.answers['reason']),
      draftedBy: draft.actorId,
      approvedBy,
      publishedAt: this.clock.now(),
    });
    await this.outbox.event(manager, {
      type: 'model.published',
      subject: revisionTarget,
      orgId,
      actorId: approvedBy,
      cause: { job: job.type },
      process: job,
      data: {
        modelId: revisionTarget,
        kind: 'rulebook',
        version,
        checksum: checksumOf(content),
        added: [],
        removed: [],
        effectiveOn,
      },
    });
    return {};
  }
}
