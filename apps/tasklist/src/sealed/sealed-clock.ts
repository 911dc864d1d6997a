import { Injectable } from '@nestjs/common';
import type { SealedTaskAnswer, SealedTaskHandOver } from '@huiying/contracts';
import { Clock, Logger, RegularLook, ServiceClient } from '@huiying/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { SealedLimits } from './sealed-limits.js';

const LOOK_MS = 250;
/** What is to be done now ($1). */
const DUE = '(hand_over is not null or withdrawn or rings_at <= $1)';
/** So many looks a row waits that could not be handed over, because employee-reports is not there. */
const WAIT_ROUNDS = 20;
const SERVICE = 'employee-reports';

interface Row {
  task_key: string;
  hand_over: SealedTaskHandOver | null;
  rings_at: Date | null;
  withdrawn: boolean;
}

/**
 * Hands sealed tasks over and rings when their limits are reached. Nothing is published, counted or started here: what an overdue task
 * leads to is decided by employee-reports (R03.8 for a sealed subject). That service being away holds up nothing else.
 */
@Injectable()
export class SealedClock extends RegularLook {
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly services: ServiceClient,
    private readonly limits: SealedLimits,
    private readonly clock: Clock,
    log: Logger,
  ) {
    super(log, 'sealed-tasks', LOOK_MS);
  }

  /** Does everything that is due now, earliest first. */
  async look(): Promise<void> {
    const rows = await this.database.query<{ task_key: string }[]>(
      `select task_key from sealed_task where ${DUE} order by rings_at nulls first, task_key`,
      [this.clock.now()],
    );
    for (const { task_key: key } of rows) if (!this.isStopping && !this.isWaiting(key)) await this.step(key);
  }

  private async step(key: string): Promise<void> {
    try {
      await this.database.transaction(async (manager) => {
        // Still due: another process may have done it since the look.
        const [row] = await manager.query<Row[]>(
          `select task_key, hand_over, rings_at, withdrawn from sealed_task where ${DUE} and task_key = $2
           for update skip locked`,
          [this.clock.now(), key],
        );
        if (row) await this.act(manager, row);
      });
      this.waiting.delete(key);
    } catch (error) {
      this.waiting.set(key, WAIT_ROUNDS);
      this.log.warn('sealed-task.postponed', {}, error);
    }
  }

  private async act(manager: EntityManager, row: Row): Promise<void> {
    const { task_key: key, hand_over: handOver } = row;
    if (row.withdrawn) {
      await this.services.post(SERVICE, `/internal/sealed-tasks/${key}/withdrawn`);
      await manager.query('delete from sealed_task where task_key = $1', [key]);
      return;
    }
    const answer = handOver
      ? await this.services.post<SealedTaskAnswer>(SERVICE, '/internal/sealed-tasks', handOver)
      : await this.services.post<SealedTaskAnswer>(SERVICE, `/internal/sealed-tasks/${key}/overdue`);
    const end = answer.limit ? await this.limits.endOf(manager, answer.limit) : undefined;
    if (end) await this.services.post(SERVICE, `/internal/sealed-tasks/${key}/due`, { dueAt: end.dueAt.toISOString() });
    await manager.query('update sealed_task set hand_over = null, rings_at = $2 where task_key = $1', [
      key,
      end?.missedAt ?? null,
    ]);
  }

  private isWaiting(key: string): boolean {
    const rounds = (this.waiting.get(key) ?? 0) - 1;
    if (rounds <= 0) return false;
    this.waiting.set(key, rounds);
    return true;
  }
}
