import { Injectable } from '@nestjs/common';
import type { InternalQualitySettlement, InternalStoreSettlement, ServiceName } from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';

export type ElsewhereSettled = InternalStoreSettlement | InternalQualitySettlement;

/** Who keeps the 〔结论〕 of a case that is handled by a process of another service, and where it is asked for. */
const KEEPERS: Readonly<Record<string, { service: ServiceName; path: string }>> = {
  'agency-complaint': { service: 'media-penalties', path: '/internal/agency-settlements/' },
  'quality-escalation': { service: 'warranty-routing', path: '/internal/quality-settlements/' },
};

/** What a store or its region settled (R11.10), or a survey or repair of a quality case (R02.4–R02.10); with its cause (R03.11). */
@Injectable()
export class SettlementsElsewhere {
  constructor(private readonly services: ServiceClient) {}

  /** Undefined for a case that is handled elsewhere, or not settled yet. */
  async of(caseNo: string, handlingProcess: string | null | undefined): Promise<ElsewhereSettled | undefined> {
    const keeper = KEEPERS[handlingProcess ?? ''];
    if (!keeper) return undefined;
    return ifFound(this.services.get<ElsewhereSettled>(keeper.service, `${keeper.path}${encodeURIComponent(caseNo)}`));
  }
}
