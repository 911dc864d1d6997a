import { Injectable } from '@nestjs/common';
import type { InternalContinuation } from '@huiying/contracts';
import { Logger, Problem, ServiceClient } from '@huiying/platform';

/** Who starts what a diverted case goes on as, under a number of its own. */
const SERVICES: Readonly<Record<string, { service: string; route: string }>> = {
  'delivery-defect': { service: 'warranty-routing', route: 'diverted-defects' },
  'inter-store-dispute': { service: 'media-penalties', route: 'diverted-disputes' },
};

/** The number under which a diverted case goes on (R10.4, R11.12): the case itself never hears it. */
@Injectable()
export class Continuation {
  constructor(
    private readonly services: ServiceClient,
    private readonly log: Logger,
  ) {}

  /** null while it has none, and while the other service is away: the page is readable without. */
  async numberOf(caseNo: string, target: string | null): Promise<string | null> {
    const at = target === null ? undefined : SERVICES[target];
    if (!at) return null;
    try {
      const path = `/internal/${at.route}/${encodeURIComponent(caseNo)}`;
      return (await this.services.get<InternalContinuation>(at.service, path)).number;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.kind !== 'missing') this.log.warn('continuation.unavailable', { code: error.code });
      return null;
    }
  }
}
