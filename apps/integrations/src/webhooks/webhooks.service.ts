import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDatabase } from '@huiying/persistence';
import { Clock, Config, defineProblems, machineTime, Problem, Vault } from '@huiying/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { EventLogReadModel } from '../events/event-log.read-model.js';
import { typesOf } from '../events/event-types.js';
import { INTEGRATIONS } from '../schema.js';
import { checkedAddress } from './receiver-address.js';
import { newSecret } from './signature.js';
import type { DeliveryView, WebhookBody, WebhookView } from './webhook.dto.js';

defineProblems({
  'too-many-webhooks': { zh: '订阅不能超过 {max} 个', en: 'No more than {max} subscriptions' },
});

const MOST_PER_PERSON = 50;
const DELIVERIES_SHOWN = 200;

interface Row extends Omit<WebhookView, 'createdAt'> {
  ownerId: string;
  createdAt: Date;
}

const COLUMNS = `id, owner_id as "ownerId", url, types, org_id as "orgId", case_no as "caseNo", ordered, description, state,
  disabled_because as "disabledBecause", created_at as "createdAt"`;

/** Subscriptions of integrators. A subscription receives what its owner may read at the moment of delivery. */
@Injectable()
export class WebhooksService {
  constructor(
    @InjectDatabase(INTEGRATIONS) private readonly database: DataSource,
    private readonly log: EventLogReadModel,
    private readonly vault: Vault,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async ownerOf(id: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ owner_id: string }[]>(`select owner_id from webhook where id = $1`, [id]);
    return row?.owner_id;
  }

  async list(ownerId: string): Promise<WebhookView[]> {
    const rows = await this.database.query<Row[]>(
      `select ${COLUMNS} from webhook where owner_id = $1 order by created_at, id`,
      [ownerId],
    );
    return rows.map(viewOf);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<WebhookView> {
    const [row] = await this.database.query<Row[]>(`select ${COLUMNS} from webhook where id = $1`, [id]);
    if (!row) throw new Problem('not-found', 'missing');
    return viewOf(row);
  }

  /**
   * From now on. The secret is shown this once.
   * @throws Problem 422 `webhook-address`, 403 `event-type-not-granted`, 422 `too-many-webhooks`
   */
  async create(body: WebhookBody, ownerId: string): Promise<WebhookView & { secret: string }> {
    typesOf(body.types);
    await checkedAddress(new URL(body.url), { production: this.config.nodeEnv === 'production' });
    if ((await this.list(ownerId)).length >= MOST_PER_PERSON)
      throw new Problem('too-many-webhooks', 'rejected', { params: { max: MOST_PER_PERSON } });
    const id = randomUUID();
    const secret = newSecret();
    const cursor = await this.log.latest();
    await this.database.transaction(async (manager) => {
      await manager.query(
        `insert into webhook (id, owner_id, url, types, org_id, case_no, ordered, description, secret_enc, state, cursor,
           created_at, last_success_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'enabled', $10, $11, $12)`,
        [
          id,
          ownerId,
          body.url,
          body.types,
          body.orgId ?? null,
          body.caseNo ?? null,
          body.ordered ?? true,
          body.description ?? '',
          await this.vault.seal(manager, secretPlace(id), secret),
          cursor,
          this.clock.now(),
          new Date(machineTime()),
        ],
      );
    });
    return { ...(await this.get(id)), secret };
  }

  /** Enabling goes on at the place in the log where it stopped. */
  async change(id: string, state: 'enabled' | 'disabled'): Promise<WebhookView> {
    await this.database.query(
      `update webhook set state = $2, disabled_because = case when $2 = 'disabled' then 'owner' end, last_success_at = $3
       where id = $1`,
      [id, state, new Date(machineTime())],
    );
    return this.get(id);
  }

  async remove(id: string): Promise<void> {
    await this.database.query(`delete from webhook where id = $1`, [id]);
  }

  /** The newest first. */
  async deliveries(id: string): Promise<DeliveryView[]> {
    const rows = await this.database.query<(Omit<DeliveryView, 'nextAt'> & { nextAt: Date })[]>(
      `select n, event_id as "eventId", event_type as "eventType", state, attempt, next_at as "nextAt", status, answer,
         took_ms as "tookMs" from webhook_delivery where webhook_id = $1 order by n desc limit ${DELIVERIES_SHOWN}`,
      [id],
    );
    return rows.map((row) => ({ ...row, nextAt: row.state === 'waiting' ? row.nextAt.toISOString() : null }));
  }

  /** A dead delivery is tried again. @throws Problem 404 */
  async resend(id: string, n: string): Promise<void> {
    const [rows] = await this.database.query<[unknown[], number]>(
      `update webhook_delivery set state = 'waiting', attempt = 0, next_at = $3 where webhook_id = $1 and n = $2
       and state = 'dead' returning n`,
      [id, n, new Date(machineTime())],
    );
    if (rows.length === 0) throw new Problem('not-found', 'missing');
  }

  secretOf(manager: EntityManager, id: string, sealed: string): Promise<string> {
    return this.vault.open(manager, secretPlace(id), sealed);
  }
}

function secretPlace(id: string) {
  return { subject: `webhook:${id}`, table: 'webhook', id, column: 'secret_enc' };
}

function viewOf({ ownerId: _owner, createdAt, ...row }: Row): WebhookView {
  return { ...row, createdAt: createdAt.toISOString() };
}
