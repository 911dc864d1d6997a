import { Injectable } from '@nestjs/common';
import { Clock, Logger, Problem, RegularLook } from '@huiying/platform';
import { dayOf } from '@huiying/working-time';
import { ParameterChanges } from '../parameters/parameter-changes.js';
import { Parameters } from '../parameters/parameters.service.js';
import { ModelPublications } from '../models/model-publications.js';

/** How often it is looked whether a day has come, on the machine's time. */
const LOOK_MS = 1_000;

/** Puts in force what was approved for a later day: models of revisions, figures. */
@Injectable()
export class EffectiveDates extends RegularLook {
  constructor(
    private readonly models: ModelPublications,
    private readonly changes: ParameterChanges,
    private readonly parameters: Parameters,
    private readonly clock: Clock,
    log: Logger,
  ) {
    super(log, 'effective-dates', LOOK_MS);
  }

  /** Everything whose day has come, each in a transaction of its own. */
  async look(): Promise<void> {
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
}
