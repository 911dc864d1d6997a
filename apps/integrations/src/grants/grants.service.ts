import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDatabase } from '@huiying/persistence';
import { Clock, Config, Directory, Problem } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { typesOf } from '../events/event-types.js';
import { INTEGRATIONS } from '../schema.js';
import type { EventGrantBody, EventGrantView } from './grant.dto.js';

interface GrantRow extends Omit<EventGrantView, 'validUntil' | 'grantedAt'> {
  validUntil: Date | null;
  grantedAt: Date;
}

/** Grants of events beyond one's own cases (events.md §6): given by an administrator, never for oneself, withdrawn at once. */
@Injectable()
export class GrantsService implements OnApplicationBootstrap {
  constructor(
    @InjectDatabase(INTEGRATIONS) private readonly database: DataSource,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** With the sample data integrators and operators may receive everything, so that the product can be tried out. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.sampleData) return;
    for (const role of ['integrator', 'operator'])
      await this.database.query(
        `insert into event_grant (id, role, types, classes, granted_by, granted_at)
         select $1, $2, '{*}', '{public,internal}', 'sample-data', $3 where not exists (select from event_grant where role = $2)`,
        [randomUUID(), role, this.clock.now()],
      );
  }

  async list(): Promise<EventGrantView[]> {
    const rows = await this.database.query<GrantRow[]>(
      `select id, person_id as "personId", role, types, unit_id as "unitId", consulted_unit_id as "consultedUnitId", classes, valid_until as "validUntil",
         granted_by as "grantedBy", granted_at as "grantedAt"
       from event_grant where revoked_at is null order by granted_at, id`,
    );
    return rows.map(({ validUntil, grantedAt, ...row }) => ({
      ...row,
      validUntil: validUntil?.toISOString() ?? null,
      grantedAt: grantedAt.toISOString(),
    }));
  }

  /** @throws Problem 422 `grant-principal`, 403 `same-person`, 403 `event-type-not-granted` for types that cannot be granted */
  async give(body: EventGrantBody, givenBy: string): Promise<{ id: string }> {
    const { personId, role, types, unitId, consultedUnitId, classes = ['public', 'internal'], validUntil } = body;
    if ((personId === undefined) === (role === undefined)) throw new Problem('grant-principal', 'rejected');
    if (personId === givenBy) throw new Problem('same-person', 'forbidden');
    if (personId !== undefined && !(await this.directory.person(personId)))
      throw new Problem('grant-principal', 'rejected');
    if (!types.includes('*')) typesOf(types);
    const id = randomUUID();
    await this.database.query(
      `insert into event_grant (id, person_id, role, types, unit_id, consulted_unit_id, classes, valid_until, granted_by, granted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        personId ?? null,
        role ?? null,
        types,
        unitId ?? null,
        consultedUnitId ?? null,
        classes,
        validUntil ?? null,
        givenBy,
        this.clock.now(),
      ],
    );
    return { id };
  }

  /** @throws Problem 404 */
  async revoke(id: string, revokedBy: string): Promise<void> {
    const [rows] = await this.database.query<[unknown[], number]>(
      `update event_grant set revoked_by = $2, revoked_at = $3 where id = $1 and revoked_at is null returning id`,
      [id, revokedBy, this.clock.now()],
    );
    if (rows.length === 0) throw new Problem('not-found', 'missing');
  }
}
