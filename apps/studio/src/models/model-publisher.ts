import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EventCause } from '@huiying/contracts';
import { Outbox } from '@huiying/events';
import { Problem } from '@huiying/platform';
import { ModelDeployer, type PublishedModel, PublishedModels } from '@huiying/zeebe';
import type { EntityManager } from 'typeorm';
import { checksumOf, eventTypesOf, modelFileOf } from './model-file.js';

/** What is put in force, and why. */
export interface Publication {
  /** Path of the file, as it was deployed before or by its name. */
  name: string;
  content: string;
  orgId: string;
  actorId: string;
  effectiveOn: string;
  cause: EventCause<'model.published'>;
}

/** Puts a model in force: the engine takes the new version, running instances keep theirs, and everybody hears of it. */
@Injectable()
export class ModelPublisher {
  constructor(
    private readonly deployer: ModelDeployer,
    private readonly models: PublishedModels,
    private readonly outbox: Outbox,
  ) {}

  /** The model whose next version a file would be. */
  inForce(name: string, content: string): PublishedModel | undefined {
    const file = modelFileOf(name, content);
    return this.models
      .all()
      .find(({ id, resourceName }) => id === file?.id || basename(resourceName) === basename(name));
  }

  /**
   * Deploys and tells; a repeat deploys nothing new. Answers the version in force.
   * @throws Problem `model-refused` with the engine's reason, `model-kind` for what is neither process nor decision
   */
  async publish(manager: EntityManager, publication: Publication): Promise<number> {
    const { name, content, orgId, actorId, effectiveOn, cause } = publication;
    const file = modelFileOf(name, content);
    if (!file) throw new Problem('model-kind', 'rejected');
    const before = this.inForce(name, content);
    const deployed = await this.deployer.deploy(before?.resourceName ?? name, Buffer.from(content, 'utf8'));
    await this.models.reload();
    const version = deployed[0]?.version ?? 0;
    const [old, now] = [eventTypesOf(before?.content ?? ''), eventTypesOf(content)];
    await this.outbox.event(manager, {
      type: 'model.published',
      subject: file.id,
      orgId,
      actorId,
      cause,
      data: {
        modelId: file.id,
        kind: file.kind,
        version,
        checksum: checksumOf(content),
        added: [...now].filter((type) => !old.has(type)),
        removed: [...old].filter((type) => !now.has(type)),
        effectiveOn,
      },
    });
    return version;
  }
}
