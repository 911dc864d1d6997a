import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DirectSession } from '@huiying/events';
import { InjectDatabase } from '@huiying/persistence';
import { Config, Logger, machineTime } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { INTEGRATIONS } from '../schema.js';
import { afterTry } from './delivery.decider.js';
import { DeliveryBook, type Due } from './delivery-book.js';
import { type ReceiverAnswer, sendTo } from './receiver.js';
import { checkedAddress } from './receiver-address.js';
import { signedHeaders } from './signature.js';
import { WebhooksService } from './webhooks.service.js';

const EVERY_MS = 1_000;
const LEADER = 'integrations.webhooks';

/** Sends what is due, woken when the log grows and every second besides. One process of all leads. */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly session: DirectSession;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopping = false;
  /** What is under way of each subscription: one that hangs holds up no other. */
  private readonly atWork = new Map<string, Promise<void>>();

  constructor(
    @InjectDatabase(INTEGRATIONS) private readonly database: DataSource,
    private readonly book: DeliveryBook,
    private readonly webhooks: WebhooksService,
    private readonly config: Config,
    private readonly log: Logger,
  ) {
    this.session = new DirectSession(database, log);
  }

  onApplicationBootstrap(): void {
    this.session.listen('events_appended', () => this.wake());
    this.timer = setInterval(() => this.wake(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    this.again = false;
    await this.running;
    await Promise.all(this.atWork.values());
    await this.session.stop();
  }

  private wake(): void {
    if (this.stopping) return;
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        if (!(await this.session.lead(LEADER))) return;
        if (await this.book.take()) this.again = true;
        const due = await this.book.due([...this.atWork.keys()]);
        for (const id of new Set(due.map(({ webhookId }) => webhookId))) {
          const own = due.filter(({ webhookId }) => webhookId === id);
          this.atWork.set(id, this.sendAll(id, own));
        }
      } catch (error) {
        this.log.warn('webhooks.round-failed', {}, error);
        return;
      }
    }
  }

  /** Ends when all have: nothing of a subscription is sent twice at once. */
  private async sendAll(webhookId: string, due: readonly Due[]): Promise<void> {
    const sent = await Promise.allSettled(due.map((one) => this.send(one)));
    this.atWork.delete(webhookId);
    const failed = sent.find((one): one is PromiseRejectedResult => one.status === 'rejected');
    if (failed) this.log.warn('webhooks.delivery-not-kept', { clientId: webhookId }, failed.reason);
    else this.wake();
  }

  private async send(due: Due): Promise<void> {
    const from = machineTime();
    const answer = await this.post(due);
    const attempt = due.attempt + 1;
    await this.book.tried(due, answer, machineTime() - from, afterTry(answer, attempt, Math.random() * 2 - 1));
  }

  private async post({ webhookId, eventId, body, url: text, secretEnc }: Due): Promise<ReceiverAnswer> {
    const url = new URL(text);
    const production = this.config.nodeEnv === 'production';
    // Checked again at each try: a name may point into the house by now.
    const address = await checkedAddress(url, { production }).catch(() => undefined);
    if (!address) return { status: null, answer: null };
    const secret = await this.webhooks.secretOf(this.database.manager, webhookId, secretEnc);
    return sendTo(url, address, signedHeaders(secret, eventId, Math.floor(machineTime() / 1000), body), body);
  }
}
