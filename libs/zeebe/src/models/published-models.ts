import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DecisionEvaluator } from '@huiying/engine';
import { Logger, Problem } from '@huiying/platform';
import { InjectDatabase } from '@huiying/persistence';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';

type ModelKind = 'process' | 'drg' | 'form';

export interface PublishedModel {
  kind: ModelKind;
  id: string;
  version: number;
  content: string;
}

/** How soon the connection that listens for deployments is opened again after it was lost, in ms. */
const LISTEN_AGAIN = 1_000;

/**
 * The models in force: forms for the tasklist, decisions that services evaluate in process, and which processes can be started.
 * Follows deployments by NOTIFY, so that a changed limit applies to the next case without a restart (R03.2).
 */
@Injectable()
export class PublishedModels implements OnModuleInit, OnApplicationShutdown {
  private latest = new Map<string, PublishedModel>();
  private evaluator: DecisionEvaluator | undefined;
  private listener: Client | undefined;
  private closed = false;

  constructor(
    @InjectDatabase('models') private readonly database: DataSource,
    private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.reload();
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.listener?.end();
  }

  /** form-js schema of the newest version, or undefined */
  form(formId: string): Record<string, unknown> | undefined {
    const model = this.latest.get(`form ${formId}`);
    return model && (JSON.parse(model.content) as Record<string, unknown>);
  }

  /** Text of one version of a process; the newest unless said. */
  async process(processId: string, version?: number): Promise<PublishedModel | undefined> {
    if (version === undefined) return this.latest.get(`process ${processId}`);
    const rows = await this.database.query<PublishedModel[]>(
      `SELECT kind, id, version, content FROM published WHERE kind = 'process' AND id = $1 AND version = $2`,
      [processId, version],
    );
    return rows[0];
  }

  deployedProcesses(): Set<string> {
    return new Set([...this.latest.values()].filter(({ kind }) => kind === 'process').map(({ id }) => id));
  }

  /** All decisions in force. @throws Problem `models-missing` before the first deployment */
  decisions(): DecisionEvaluator {
    if (!this.evaluator) throw new Problem('models-missing', 'unavailable');
    return this.evaluator;
  }

  /** Reads what is in force now; called by every deployment's NOTIFY. */
  async reload(): Promise<void> {
    const rows = await this.database.query<PublishedModel[]>(
      `SELECT DISTINCT ON (kind, id) kind, id, version, content FROM published ORDER BY kind, id, version DESC`,
    );
    const decisions = rows.filter(({ kind }) => kind === 'drg').map(({ content }) => content);
    this.evaluator = decisions.length > 0 ? await DecisionEvaluator.fromXml(decisions) : undefined;
    this.latest = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    const { url } = this.database.options as { url: string };
    const client = new Client({ connectionString: url });
    client.on('notification', () => {
      this.reload().catch((error: unknown) => this.log.error('models.reload-failed', {}, error));
    });
    client.on('error', () => undefined); // 'end' follows and opens a new one
    client.on('end', () => {
      if (!this.closed) setTimeout(() => void this.listen().catch(() => undefined), LISTEN_AGAIN).unref();
    });
    try {
      await client.connect();
      await client.query('LISTEN models_published');
      this.listener = client;
      await this.reload(); // what was deployed while nobody listened
    } catch {
      await client.end().catch(() => undefined);
    }
  }
}
