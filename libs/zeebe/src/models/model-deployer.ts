import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@huiying/platform';
import { InjectDatabase } from '@huiying/persistence';
import type { DataSource } from 'typeorm';
import { type DeployedResource, Gateway } from '../gateway/gateway.js';
import { inOrderOfUse, type ModelFile } from './model-order.js';

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
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /**
   * Deploys every model below `folder`; a file whose content is unchanged keeps its version. What was changed in the running product
   * since a file was brought stays in force until another file comes (R03.2: an operator's figures outlive a restart).
   */
  async deployFolder(folder: string): Promise<DeployedModel[]> {
    const deployed: DeployedModel[] = [];
    for (const { name, content } of inOrderOfUse(await modelFiles(folder))) {
      deployed.push(...(await this.deploy(name, await this.changedSince(name, content))));
    }
    return deployed;
  }

  /** The newest content of a file that is in force already in this or an earlier version; the file's own for a new one. */
  private async changedSince(name: string, content: Buffer): Promise<Buffer> {
    const [newest] = await this.database.query<{ content: string }[]>(
      `SELECT p.content FROM published p WHERE EXISTS (
         SELECT 1 FROM published known WHERE known.kind = p.kind AND known.id = p.id AND known.resource_name = $1 AND known.content = $2)
       ORDER BY p.version DESC LIMIT 1`,
      [name, content.toString('utf8')],
    );
    return newest ? Buffer.from(newest.content, 'utf8') : content;
  }

  /** @throws Problem `model-refused` with the engine's reason */
  async deploy(name: string, content: Buffer): Promise<DeployedModel[]> {
    const deployed: DeployedModel[] = [];
    for (const resource of await this.gateway.deploy(basename(name), content)) {
      if (resource.kind === 'decision') continue; // its requirements graph holds the text
      const changed = await this.keep(resource, name, content.toString('utf8'));
      deployed.push({ ...resource, resource: name, changed });
      if (changed)
        this.log.info('model.deployed', { kind: resource.kind, model: resource.id, version: resource.version });
    }
    return deployed;
  }

  private async keep(resource: DeployedResource, name: string, content: string): Promise<boolean> {
    const { kind, id, version, key } = resource;
    const added = await this.database.query<unknown[]>(
      `INSERT INTO published (kind, id, version, key, resource_name, content, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
      [kind, id, version, key, name, content, this.clock.now()],
    );
    return added.length > 0;
  }
}

async function modelFiles(folder: string): Promise<ModelFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && MODEL.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.split('/').includes('rules')); // our lint rules
  return Promise.all(names.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}
