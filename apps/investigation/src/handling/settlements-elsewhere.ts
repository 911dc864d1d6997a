import { Injectable } from '@nestjs/common';
import type { InternalQualitySettlement, InternalStoreSettlement, ServiceName } from '@huiying/contracts';
import { ifFound, ServiceClient } from '@huiying/platform';

export type ElsewhereSettled = InternalStoreSettlement | InternalQualitySettlement;

/** A handling, as far as it says who keeps its 〔结论〕. */
export interface Handled {
  caseNo: string;
  round: number;
  handlingProcess: string | null;
}

interface Keeper {
  service: ServiceName;
  /** Asked with the case and the round. */
  path: string;
}

/** Who keeps the 〔结论〕 of a case that is handled by a process of another service, and where it is asked for. */
const KEEPERS: Readonly<Record<string, Keeper>> = {
  'agency-complaint': { service: 'media-penalties', path: '/internal/agency-settlements' },
  'quality-escalation': { service: 'warranty-routing', path: '/internal/quality-settlements' },
};

/** What a store or its region settled (R11.10), or a survey or repair of a quality case (R02.4–R02.10); with its cause (R03.11). */
@Injectable()
export class SettlementsElsewhere {
  constructor(private readonly services: ServiceClient) {}

  /** Undefined for a case that is not handled elsewhere, or not settled in this round yet. */
  async of({ caseNo, round, handlingProcess }: Handled): Promise<ElsewhereSettled | undefined> {
    const keeper = KEEPERS[handlingProcess ?? ''];
    if (!keeper) return undefined;
    const path = `${keeper.path}/${encodeURIComponent(caseNo)}?round=${round}`;
    return ifFound(this.services.get<ElsewhereSettled>(keeper.service, path));
  }
}
