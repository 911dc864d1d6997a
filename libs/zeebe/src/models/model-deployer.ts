import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@huiying/platform';
import { InjectDatabase } from '@huiying/persistence';
import type { DataSource } from 'typeorm';
import { type DeployedResource, Gateway } from '../gateway/gateway.js';
import { inOrderOfUse, type ModelFile } from './model-order.js';
import { Releases } from './releases.js';

const MODEL = /\.(bpmn|dmn|form)$/;

export interface DeployedModel extends DeployedResource {
  /** path of the file below the models' folder */
  resource: string;
  /** false: the same content was in force already */
  changed: boolean;
}

/** Brings the files of a models' folder (`bpmn/`) to the gateway and keeps their text in schema `models`. */
@Injectable()
export class ModelDeployer {
  constructor(
    private readonly gateway: Gateway,
    @InjectDatabase('models') private readonly database: DataSource,
    private readonly releases: Releases,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /**
   * Deploys every model below `folder` as a release of the product: a file whose content is unchanged keeps its version, and what was
   * changed in the running product stays (R03.2: an operator's figures outlive restarts and new files).
   */
  async deployFolder(folder: string): Promise<DeployedModel[]> {
    const deployed: DeployedModel[] = [];
    for (const files of publishedTogether(inOrderOfUse(await modelFiles(folder))))
      deployed.push(...(await this.release(files)));
    return deployed;
  }

  /** Files of a release of the product. @throws Problem `model-refused` with the engine's reason */
  async release(files: readonly ModelFile[]): Promise<DeployedModel[]> {
    const brought: Brought[] = [];
    const shipped: (() => Promise<void>)[] = [];
    for (const { name, content } of files) {
      const text = content.toString('utf8');
      const taken = await this.releases.take(name, text);
      brought.push(...(await this.bring(name, Buffer.from(taken.content, 'utf8'))));
      shipped.push(() => this.releases.record(name, text, taken));
      if (taken.whole || taken.figures.length > 0)
        this.log.warn('model.release-met-changes', { file: name, count: taken.figures.length });
    }
    const deployed = await this.publish(brought);
    for (const record of shipped) await record();
    return deployed;
  }

  /** A model that a person brings. @throws Problem `model-refused` with the engine's reason */
  async deploy(name: string, content: Buffer): Promise<DeployedModel[]> {
    return this.publish(await this.bring(name, content));
  }

  private async bring(name: string, content: Buffer): Promise<Brought[]> {
    const resources = await this.gateway.deploy(basename(name), content);
    // The requirements graph of a decision holds its text.
    const kept = resources.filter(({ kind }) => kind !== 'decision');
    return kept.map((resource) => ({ ...resource, resource: name, content: content.toString('utf8') }));
  }

  /** One statement, so that those who follow deployments hear of all of them at once. */
  private async publish(brought: readonly Brought[]): Promise<DeployedModel[]> {
    const added = await this.database.query<{ kind: string; id: string }[]>(
      `INSERT INTO published (kind, id, version, key, resource_name, content, published_at)
       SELECT kind, id, version, key, resource, content, $2
       FROM jsonb_to_recordset($1) AS brought (kind text, id text, version integer, key bigint, resource text, content text)
       ON CONFLICT DO NOTHING RETURNING kind, id`,
      [JSON.stringify(brought), this.clock.now()],
    );
    const changed = new Set(added.map(({ kind, id }) => `${kind} ${id}`));
    return brought.map(({ content: _, ...resource }) => {
      const { kind, id, version } = resource;
      const isNew = changed.has(`${kind} ${id}`);
      if (isNew) this.log.info('model.deployed', { kind, model: id, version });
      return { ...resource, changed: isNew };
    });
  }
}

/** What the gateway took, with the text that it does not give back. */
interface Brought extends DeployedResource {
  resource: string;
  content: string;
}

/** Decisions and forms are in use only once a process is, so they are published in one go; each process by itself. */
function publishedTogether(files: readonly ModelFile[]): ModelFile[][] {
  const isProcess = ({ name }: ModelFile) => name.endsWith('.bpmn');
  return [files.filter((file) => !isProcess(file)), ...files.filter(isProcess).map((file) => [file])];
}

async function modelFiles(folder: string): Promise<ModelFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && MODEL.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.split('/').includes('rules')); // our lint rules
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}
