import { Injectable } from '@nestjs/common';
import type { InternalCase } from '@huiying/contracts';
import { Problem, ServiceClient } from '@huiying/platform';
import type { LimitFacts } from '../deadlines/limit-terms.js';

/** Figures of cases as they are now, read from intake when they matter (processes.md §0 "Figures of a case"). */
@Injectable()
export class CaseFacts {
  constructor(private readonly services: ServiceClient) {}

  /** Undefined for a number that is no case. @throws Problem unavailable when intake does not answer */
  async find(caseNo: string): Promise<InternalCase | undefined> {
    try {
      return await this.services.get<InternalCase>('intake', `/internal/cases/${encodeURIComponent(caseNo)}`);
    } catch (error) {
      if (error instanceof Problem && error.kind === 'missing') return undefined;
      throw error;
    }
  }
}

/** What decision `deadlines` is asked with, from a case; before the review the suggested kind stands for the kind (R02.3). */
export function limitFactsOf(found: InternalCase): LimitFacts {
  const { orgType, kind, suggestedKind, topic, severity, complexity, keyCustomer } = found;
  return { orgType, kind: kind ?? suggestedKind, topic, severity, complexity, keyCustomer };
}
