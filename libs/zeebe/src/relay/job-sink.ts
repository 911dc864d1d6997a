import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Delivery, OutboxRow, RelaySink } from '@huiying/events';
import { Gateway } from '../gateway/gateway.js';
import { deliveryOf } from './delivery-of.js';
import { WithdrawnJobs } from './withdrawn-jobs.js';

/** Outbox rows of kind `job`: completes the job of a user task. */
@Injectable()
export class JobSink implements RelaySink<'job'> {
  constructor(
    private readonly gateway: Gateway,
    private readonly modules: ModuleRef,
  ) {}

  deliver(rows: readonly OutboxRow<'job'>[]): Promise<readonly Delivery[]> {
    return Promise.all(
      rows.map(({ payload: { jobKey, taskId, variables } }) =>
        deliveryOf(async () => {
          const answer = await this.gateway.completeJob(jobKey, { ...variables });
          if (answer === 'gone') await this.modules.get(WithdrawnJobs, { strict: false }).withdrawn(taskId, jobKey);
        }),
      ),
    );
  }
}
