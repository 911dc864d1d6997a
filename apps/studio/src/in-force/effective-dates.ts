import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Logger, Problem } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { ParameterChanges } from '../parameters/parameter-changes.js';
import { Parameters } from '../parameters/parameters.service.js';
import { ModelPublications } from '../models/model-publications.js';

/** How often it is looked whether a day has come, on the machine's time. */
const LOOK_MS = 1_000;

/** Puts in force what was approved for a later day: models of revisions, figures. */
@Injectable()
export class EffectiveDates implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly models: ModelPublications,
    private readonly changes: ParameterChanges,
    private readonly parameters: Parameters,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.plan();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Everything whose day has come, each in a transaction of its own. */
  async bringDue(): Promise<void> {
    const today = dayOf(this.clock.now());
    for (const changeId of await this.changes.due(today))
      if ((await this.parameters.bring(changeId)) === 'failed')
        this.log.error('parameter.not-applied', { subjectNo: changeId });
    for (const revisionNo of await this.models.due(today))
      await this.models.bring(revisionNo).catch((error: unknown) => this.report(revisionNo, error));
  }

  private report(revisionNo: string, error: unknown): void {
    if (error instanceof Problem && error.kind === 'unavailable') return; // the gateway is away: the next look tries again
    this.log.error('revision.not-in-force', { subjectNo: revisionNo }, error);
  }

  private plan(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.bringDue()
        .catch((error: unknown) => this.log.warn('effective-dates.postponed', {}, error))
        .finally(() => this.plan());
    }, LOOK_MS);
    this.timer.unref();
  }
}
