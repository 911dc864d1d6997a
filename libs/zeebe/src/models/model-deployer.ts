import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Logger } from '@huiying/platform';
import { InjectDatabase } from '@huiying/persistence';
import type { DataSource } from 'typeorm';
import { type DeployedResource, Gateway } from '../gateway/gateway.js';

/** Decisions and forms first: a process that starts at once must find what it calls. */
const ORDER = ['.dmn', '.form', '.bpmn'] as const;

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

  /** Deploys every model below `folder`; a file whose content is unchanged keeps its version. */
  async deployFolder(folder: string): Promise<DeployedModel[]> {
    const deployed: DeployedModel[] = [];
    for (const file of await modelFiles(folder)) {
      deployed.push(...(await this.deploy(file, await readFile(join(folder, file)))));
    }
    return deployed;
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

async function modelFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && ORDER.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split('/').includes('rules')) // our lint rules' fixtures
    .sort();
  const rank = (file: string) => ORDER.findIndex((extension) => file.endsWith(extension));
  return files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}
