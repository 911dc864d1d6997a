import { type ServiceParts, ViolationSchedule } from '@huiying/service';
import { Dispute } from './disputes/dispute.entity.js';
import { DISPUTE_ROUTES, DISPUTES } from './disputes/disputes.providers.js';
import { Exposure } from './exposures/exposure.entity.js';
import { EXPOSURE_ROUTES, EXPOSURES } from './exposures/exposures.providers.js';
import { AgencyCase } from './faults/agency-case.entity.js';
import { FAULT_ROUTES, FAULTS } from './faults/faults.providers.js';
import { FineLedger1795701300001 } from './migrations/1795701300001-FineLedger.js';
import { Exposure1795701300002 } from './migrations/1795701300002-Exposure.js';
import { StoreRegister1795701400001 } from './migrations/1795701400001-StoreRegister.js';
import { AgencyCase1795701400002 } from './migrations/1795701400002-AgencyCase.js';
import { Dispute1795701400003 } from './migrations/1795701400003-Dispute.js';
import { Ranking1795701400004 } from './migrations/1795701400004-Ranking.js';
import { PartPayment1795804000001 } from './migrations/1795804000001-PartPayment.js';
import { RankingCase1795804000002 } from './migrations/1795804000002-RankingCase.js';
import { Penalty } from './penalties/penalty.entity.js';
import { PENALTIES, PENALTY_ROUTES } from './penalties/penalties.providers.js';
import { RANKING_ROUTES, RANKINGS } from './rankings/rankings.providers.js';
import { STORE_ROUTES, STORES } from './stores/stores.providers.js';

/** What the features of this service bring, one list each. */
export const MEDIA_PENALTIES: ServiceParts = {
  name: 'media-penalties',
  entities: [Penalty, Exposure, AgencyCase, Dispute],
  migrations: [
    FineLedger1795701300001,
    Exposure1795701300002,
    StoreRegister1795701400001,
    AgencyCase1795701400002,
    Dispute1795701400003,
    Ranking1795701400004,
    PartPayment1795804000001,
    RankingCase1795804000002,
  ],
  controllers: [
    ...PENALTY_ROUTES,
    ...EXPOSURE_ROUTES,
    ...STORE_ROUTES,
    ...FAULT_ROUTES,
    ...DISPUTE_ROUTES,
    ...RANKING_ROUTES,
  ],
  providers: [ViolationSchedule, ...PENALTIES, ...EXPOSURES, ...STORES, ...FAULTS, ...DISPUTES, ...RANKINGS],
};
