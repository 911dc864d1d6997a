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
  /** Path of the file below the models' folder. */
  resourceName: string;
  publishedAt: Date;
}

const COLUMNS = 'kind, id, version, content, resource_name AS "resourceName", published_at AS "publishedAt"';

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
  private reading: Promise<void> = Promise.resolve();
  private following: Promise<void> | undefined;
  private followAgain = false;
  private listener: Client | undefined;
  private closed = false;
  private readonly followers: (() => Promise<void>)[] = [];

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
      `SELECT ${COLUMNS} FROM published WHERE kind = 'process' AND id = $1 AND version = $2`,
      [processId, version],
    );
    return rows[0];
  }

  /** Everything in force: the newest version of each. */
  all(): PublishedModel[] {
    return [...this.latest.values()];
  }

  /** Every version of one model that was ever in force, oldest first. */
  history(kind: ModelKind, id: string): Promise<PublishedModel[]> {
    return this.database.query<PublishedModel[]>(
      `SELECT ${COLUMNS} FROM published WHERE kind = $1 AND id = $2 ORDER BY version`,
      [kind, id],
    );
  }

  deployedProcesses(): Set<string> {
    return new Set([...this.latest.values()].filter(({ kind }) => kind === 'process').map(({ id }) => id));
  }

  /** All decisions in force. @throws Problem `models-missing` before the first deployment */
  decisions(): DecisionEvaluator {
    if (!this.evaluator) throw new Problem('models-missing', 'unavailable');
    return this.evaluator;
  }

  /** `follow` runs after every deployment from now on; what it throws is logged. */
  whenChanged(follow: () => Promise<void>): void {
    this.followers.push(follow);
  }

  /** Reads what is in force now; called by every deployment's NOTIFY. One after another: an older answer never takes the place of a newer one. */
  reload(): Promise<void> {
    const news = this.reading.then(() => this.read());
    this.reading = news.catch(() => undefined);
    return news;
  }

  /** Only texts that it does not have are fetched. */
  private async read(): Promise<void> {
    const known = [...this.latest.values()].map(({ kind, id, version }) => ({ kind, id, version }));
    const news = await this.database.query<PublishedModel[]>(
      `SELECT ${COLUMNS} FROM published JOIN (SELECT kind, id, max(version) AS version FROM published GROUP BY kind, id) AS newest
         USING (kind, id, version)
       WHERE (kind, id, version) NOT IN (
         SELECT kind, id, version FROM jsonb_to_recordset($1) AS known (kind text, id text, version integer))`,
      [JSON.stringify(known)],
    );
    const latest = new Map([...this.latest, ...news.map((model) => [`${model.kind} ${model.id}`, model] as const)]);
    const decisions = [...latest.values()].filter(({ kind }) => kind === 'drg');
    if (news.some(({ kind }) => kind === 'drg'))
      this.evaluator = await DecisionEvaluator.fromXml(decisions.map(({ content }) => content));
    this.latest = latest;
  }

  /** Deployments come in bursts: those that arrive while one is followed are followed together. */
  private follow(): Promise<void> {
    this.followAgain = true;
    this.following ??= this.followAll().finally(() => {
      this.following = undefined;
    });
    return this.following;
  }

  private async followAll(): Promise<void> {
    while (this.followAgain) {
      this.followAgain = false;
      await this.reload();
      for (const follow of this.followers) {
        await follow().catch((error: unknown) => this.log.error('models.follow-failed', {}, error));
      }
    }
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    const { url } = this.database.options as { url: string };
    const client = new Client({ connectionString: url });
    client.on('notification', () => {
      this.follow().catch((error: unknown) => this.log.error('models.reload-failed', {}, error));
    });
    client.on('error', () => undefined); // 'end' follows and opens a new one
    client.on('end', () => {
      if (!this.closed) setTimeout(() => void this.listen().catch(() => undefined), LISTEN_AGAIN).unref();
    });
    try {
      await client.connect();
      await client.query('LISTEN models_published');
      this.listener = client;
      await this.follow(); // what was deployed while nobody listened
    } catch {
      await client.end().catch(() => undefined);
    }
  }
}
