import { Injectable } from '@nestjs/common';
import { type Facts, FactsLoader } from '@huiying/platform';
import { isUUID } from 'class-validator';
import { WebhooksService } from './webhooks.service.js';

/** A subscription is its author's. */
@Injectable()
export class WebhookFactsLoader extends FactsLoader {
  readonly kind = 'webhook' as const;

  constructor(private readonly webhooks: WebhooksService) {
    super();
  }

  async load(id: string): Promise<Facts | undefined> {
    const authorId = isUUID(id) ? await this.webhooks.ownerOf(id) : undefined;
    return authorId === undefined ? undefined : { kind: 'webhook', id, authorId };
  }
}
