import { Injectable } from '@nestjs/common';
import type { Delivery, OutboxRow, RelaySink } from '@huiying/events';
import { Gateway } from '../gateway/gateway.js';
import { PublishedModels } from '../models/published-models.js';
import { deliveryOf } from './delivery-of.js';

/** Outbox rows of kind `message`: published with the row's id as messageId; a start message waits for its process to be deployed. */
@Injectable()
export class MessageSink implements RelaySink<'message'> {
  constructor(
    private readonly gateway: Gateway,
    private readonly models: PublishedModels,
  ) {}

  deliver(rows: readonly OutboxRow<'message'>[]): Promise<readonly Delivery[]> {
    const deployed = this.models.deployedProcesses();
    return Promise.all(
      rows.map(async ({ id, payload }): Promise<Delivery> => {
        const { name, correlationKey, variables, ttlMs, startsProcess } = payload;
        if (startsProcess !== undefined && !deployed.has(startsProcess)) return 'held';
        return deliveryOf(() =>
          this.gateway.publishMessage({
            name,
            correlationKey,
            messageId: id,
            timeToLive: ttlMs,
            variables: { ...variables },
          }),
        );
      }),
    );
  }
}
