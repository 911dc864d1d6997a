import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';

/** Who acted: a person, a complainant of a case, a service, a job on behalf of somebody. Ids only. */
export interface AuditActor {
  kind: 'staff' | 'complainant' | 'public' | 'service' | 'system';
  id?: string;
  roles?: string[];
  unitId?: string;
  onBehalfOf?: string;
  /** /24 or /48, never the whole address. */
  network?: string;
}

/** What the audit keeps of an act (access.md §6): names of fields, never values. */
export interface AuditEntry {
  actor: AuditActor;
  action: string;
  kind: string;
  id: string;
  caseNo?: string;
  outcome: 'done' | 'refused' | 'failed';
  /** Row of the policy that allowed or refused it. */
  row?: string;
  fields?: string[];
  /** Code of the reason; a text stays in the service, encrypted. */
  reason?: string;
  traceId?: string;
}

/** Append-only record of who did and saw what, linked by `AuditChain`. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** In the transaction of the act: no act without its entry. @returns the entry's id */
  async record(manager: Pick<EntityManager, 'query'>, entry: AuditEntry): Promise<string> {
    const id = randomUUID();
    await manager.query('INSERT INTO access.audit (id, wall_at, entry) VALUES ($1, clock_timestamp(), $2)', [
      id,
      JSON.stringify({ ...entry, at: this.clock.now().toISOString() }),
    ]);
    return id;
  }
}
