import { openService, ServiceUnderTest } from '@huiying/service/testing';
import { serviceSchema } from '@huiying/service';
import type { TestUnit } from '@huiying/platform/testing';
import { type DeployedModel, ModelDeployer, PublishedModels, Releases } from '@huiying/zeebe';
import { EffectiveDates } from '../in-force/effective-dates.js';
import { StudioModule } from '../studio.module.js';
import { STUDIO } from '../studio.parts.js';

const DIRECTORY: TestUnit[] = [
  {
    id: 'JT',
    orgType: 'group',
    staff: {
      boss: ['group-executive'],
      des: ['process-designer'],
      both: ['process-designer', 'studio-approver'],
      app: ['studio-approver'],
      ops: ['operator'],
    },
  },
  { id: 'FH01', parent: 'JT', orgType: 'developer', staff: { gm: ['general-manager'], desk: ['intake-desk'] } },
  { id: 'FH01-YJ', parent: 'FH01', staff: { lead: ['emergency-leading-group'], gm2: ['general-manager'] } },
  { id: 'FH01-GL', parent: 'FH01', staff: { mgt: ['management'] } },
  { id: 'WY01', parent: 'JT', orgType: 'property-company', staff: { gmw: ['general-manager'] } },
  { id: 'WY01-BG', parent: 'WY01', staff: { office: ['general-office'] } },
];

/** The studio as it runs; the engine is played: what is deployed becomes the next version. */
export class Studio extends ServiceUnderTest {
  private constructor(...args: ConstructorParameters<typeof ServiceUnderTest>) {
    super(...args);
    jest.spyOn(this.get(ModelDeployer), 'deploy').mockImplementation((name, content) => this.deploy(name, content));
  }

  static async open(): Promise<Studio> {
    return new Studio(
      await openService({
        schema: serviceSchema(STUDIO),
        module: StudioModule.forRoot(),
        directory: DIRECTORY,
        organisation: { id: 'FH01', orgType: 'developer' },
      }),
    );
  }

  /** What the engine would refuse: set by a test. */
  refusal: Error | undefined;

  /** A day, and everything that it brings. */
  async day(day: string): Promise<void> {
    this.clock.set(`${day}T00:00:01+08:00`);
    await this.get(EffectiveDates).look();
  }

  /** A release of the product brings a file. */
  async release(path: string, content: string): Promise<void> {
    const taken = await this.get(Releases).take(path, content);
    await this.deploy(path, Buffer.from(taken.content, 'utf8'));
    await this.get(Releases).record(path, content, taken);
  }

  /** A person brings a file as it is. */
  async revise(path: string, content: string): Promise<void> {
    await this.deploy(path, Buffer.from(content, 'utf8'));
  }

  /** Opens a revision by the button. */
  async revision(login: string, kind: string): Promise<string> {
    const { status, body } = await this.as<{ revisionNo: string }>(login, 'POST', '/api/studio/revisions', { kind });
    if (status !== 201) throw new Error(`not opened: ${status}`);
    this.subjectNo = body.revisionNo;
    return body.revisionNo;
  }

  private async deploy(path: string, content: Buffer): Promise<DeployedModel[]> {
    if (this.refusal) throw this.refusal;
    const kind = path.endsWith('.dmn') ? 'drg' : 'process';
    const name = path.split('/').at(-1) ?? path;
    const text = content.toString('utf8');
    const [known] = await this.query<{ id: string; content: string; version: number }>(
      `SELECT id, content, version FROM models.published WHERE kind = $1 AND resource_name LIKE '%' || $2
       ORDER BY version DESC LIMIT 1`,
      [kind, name],
    );
    const id = known?.id ?? name.replace(/\.\w+$/, '');
    const version = known?.content === text ? known.version : (known?.version ?? 0) + 1;
    await this.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ($1, $2, $3, 1, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [kind, id, version, path, text, this.clock.now()],
    );
    await this.get(PublishedModels).reload();
    return [{ kind, id, version, key: String(version), resource: path, changed: true }];
  }
}
