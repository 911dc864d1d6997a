import { Injectable } from '@nestjs/common';
import { Logger, Problem, RegularLook } from '@huiying/platform';
import { IncidentService } from './incident.service.js';

/** How often it is looked, on the machine's time. */
const LOOK_MS = 60_000;

/**
 * Tells of every incident once, as a line that means that a person must act: one that no worker raised (an expression, a decision without
 * a row) is said nowhere else, and what stands still there has no task that could be late.
 */
@Injectable()
export class IncidentWatch extends RegularLook {
  private known: ReadonlySet<string> = new Set();

  constructor(
    private readonly incidents: IncidentService,
    log: Logger,
  ) {
    super(log, 'incident-watch', LOOK_MS);
  }

  async look(): Promise<void> {
    const { items } = await this.incidents.list();
    for (const { key, process, element, errorType, subjectNo } of items)
      if (!this.known.has(key))
        this.log.error('incident.open', {
          incidentKey: key,
          processId: process,
          elementId: element,
          code: errorType,
          caseNo: subjectNo ?? undefined,
        });
    this.known = new Set(items.map(({ key }) => key));
  }

  /** A Zeebe cluster lists none over HTTP, and while the engine is away everything says so. */
  protected override failed(error: unknown): void {
    if (error instanceof Problem && ['missing', 'unavailable'].includes(error.kind)) return;
    this.log.warn('incident-watch.postponed', {}, error);
  }
}
