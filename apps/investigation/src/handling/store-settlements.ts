import { Injectable } from '@nestjs/common';
import type { InternalStoreSettlement } from '@huiying/contracts';
import { Problem, ServiceClient } from '@huiying/platform';

const AGENCY = 'agency-complaint';

/** What a store or its region settled, which media-penalties keeps (R11.10, R03.11). */
@Injectable()
export class StoreSettlements {
  constructor(private readonly services: ServiceClient) {}

  /** Undefined for a case that is not handled by a store, or not settled yet. */
  async of(caseNo: string, handlingProcess: string | null | undefined): Promise<InternalStoreSettlement | undefined> {
    if (handlingProcess !== AGENCY) return undefined;
    const path = `/internal/agency-settlements/${encodeURIComponent(caseNo)}`;
    try {
      return await this.services.get<InternalStoreSettlement>('media-penalties', path);
    } catch (error) {
      if (error instanceof Problem && error.kind === 'missing') return undefined;
      throw error;
    }
  }
}
