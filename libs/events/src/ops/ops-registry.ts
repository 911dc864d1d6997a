import { Injectable } from '@nestjs/common';
import type { OutboxOps } from './outbox-ops.js';

/** Outboxes of this process: one in a service, all in all-in-one. */
@Injectable()
export class OpsRegistry {
  private readonly bySchema = new Map<string, OutboxOps>();

  add(ops: OutboxOps): void {
    this.bySchema.set(ops.schema, ops);
  }

  all(): OutboxOps[] {
    return [...this.bySchema.values()];
  }

  of(schema: string): OutboxOps | undefined {
    return this.bySchema.get(schema);
  }
}
