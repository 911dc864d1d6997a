import { Injectable } from '@nestjs/common';
import { structuredText } from '@huiying/events';
import { InjectDatabase } from '@huiying/persistence';
import { IdentityService, Logger, machineTime } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { EventLogReadModel } from '../events/event-log.read-model.js';
import { INTEGRATIONS } from '../schema.js';
import { type Next, SILENT_FOR_MS } from './delivery.decider.js';
import type { ReceiverAnswer } from './receiver.js';

const PAGE = 200;
const AT_ONCE = 8;

/** A delivery whose time has come. */
export interface Due {
  n: string;
  webhookId: string;
  eventId: string;
  body: string;
  attempt: number;
  url: string;
  secretEnc: string;
}

interface Subscription {
  id: string;
  owner_id: string;
  types: string[];
  org_id: string | null;
  case_no: string | null;
  cursor: string;
}

/** What each subscription still has to be sent, and how far in the log it is. */
@Injectable()
export class DeliveryBook {
  constructor(
    @InjectDatabase(INTEGRATIONS) private readonly database: DataSource,
    private readonly log: EventLogReadModel,
    private readonly identity: IdentityService,
    private readonly logger: Logger,
  ) {}

  /** Takes the next page of the log for each subscription; true when somebody has more to read. */
  async take(): Promise<boolean> {
    const subscriptions = await this.database.query<Subscription[]>(
      `select id, owner_id, types, org_id, case_no, cursor from webhook where state = 'enabled'`,
    );
    let more = false;
    for (const subscription of subscriptions) {
      try {
        more = (await this.takeFor(subscription)) || more;
      } catch (error) {
        // What is wrong with one must not stop the others.
        this.logger.warn('webhooks.subscription-postponed', { clientId: subscription.id }, error);
      }
    }
    return more;
  }

  /** Up to eight of each subscription whose time has come, but for those at work; of an ordered one the oldest of each key alone. */
  async due(atWork: readonly string[]): Promise<Due[]> {
    return this.database.query<Due[]>(
      `select w.id as "webhookId", w.url, w.secret_enc as "secretEnc", due.*
       from webhook w cross join lateral (
         select d.n, d.event_id as "eventId", d.body, d.attempt from webhook_delivery d
         where d.webhook_id = w.id and d.state = 'waiting' and d.next_at <= $1
           and (not w.ordered or not exists (select from webhook_delivery earlier
             where earlier.webhook_id = d.webhook_id and earlier.key = d.key and earlier.state = 'waiting' and earlier.n < d.n))
         order by d.next_at, d.n limit ${AT_ONCE}) as due
       where w.state = 'enabled' and w.id <> all ($2::uuid[])`,
      [new Date(machineTime()), atWork],
    );
  }

  /** Keeps what a try came to. */
  async tried(due: Due, answer: ReceiverAnswer, tookMs: number, next: Next): Promise<void> {
    const now = machineTime();
    await this.database.transaction(async (manager) => {
      // The subscription first, as whoever removes it: the other way round each would wait for the other.
      await manager.query(`select 1 from webhook where id = $1 for no key update`, [due.webhookId]);
      await manager.query(
        `update webhook_delivery set attempt = attempt + 1, status = $2, answer = $3, took_ms = $4, state = $5, next_at = $6
         where n = $1`,
        [
          due.n,
          answer.status,
          answer.answer,
          tookMs,
          next.state === 'gone' ? 'waiting' : next.state,
          new Date(now + (next.state === 'waiting' ? next.inMs : 0)),
        ],
      );
      if (next.state === 'sent')
        await manager.query(`update webhook set last_success_at = $2 where id = $1`, [due.webhookId, new Date(now)]);
      else if (next.state === 'gone') await this.disable(manager, due.webhookId, 'gone');
      else
        // Days without a success count only where something has failed since then: a quiet week is none.
        await manager.query(
          `update webhook set state = 'disabled', disabled_because = 'failing' where id = $1 and last_success_at < $2
             and exists (select from webhook_delivery failing where failing.webhook_id = webhook.id and failing.state <> 'sent'
               and failing.attempt > 0 and failing.created_at between webhook.last_success_at and $2)`,
          [due.webhookId, new Date(now - SILENT_FOR_MS)],
        );
    });
  }

  private async disable(manager: { query: DataSource['query'] }, id: string, because: string): Promise<void> {
    await manager.query(`update webhook set state = 'disabled', disabled_because = $2 where id = $1`, [id, because]);
  }

  /** Where to go on: a subscription that was off for longer than the log is kept has lost what was dropped, which is said aloud. */
  private async kept(webhookId: string, cursor: string): Promise<string> {
    const horizon = await this.log.horizon();
    if (BigInt(cursor) >= BigInt(horizon)) return cursor;
    this.logger.error('webhooks.events-expired', { clientId: webhookId, position: horizon });
    return horizon;
  }

  private async takeFor({ id, owner_id, types, org_id, case_no, cursor }: Subscription): Promise<boolean> {
    const owner = await this.identity.staffById(owner_id);
    if (!owner) return false;
    const filter = { type: types, ...(org_id ? { orgId: org_id } : {}), ...(case_no ? { caseNo: case_no } : {}) };
    const after = await this.kept(id, cursor);
    const page = await this.log.page(owner, filter, after, PAGE);
    if (page.next === cursor) return false;
    const now = new Date(machineTime());
    await this.database.transaction(async (manager) => {
      for (const { envelope, data } of page.items) {
        await manager.query(
          `insert into webhook_delivery (webhook_id, event_id, event_type, key, body, state, next_at, created_at)
           values ($1, $2, $3, $4, $5, 'waiting', $6, $6) on conflict do nothing`,
          [id, envelope.id, envelope.type, envelope.partitionkey, structuredText(envelope, data), now],
        );
      }
      await manager.query(`update webhook set cursor = $2 where id = $1 and cursor < $2`, [id, page.next]);
    });
    return page.more;
  }
}
