import type { ServiceParts } from '@huiying/service';
import { EXPOSURE_ROUTES, EXPOSURES } from './exposures/exposures.providers.js';
import { FineLedger1795701300001 } from './migrations/1795701300001-FineLedger.js';
import { Exposure1795701300002 } from './migrations/1795701300002-Exposure.js';
import { PENALTIES, PENALTY_ROUTES } from './penalties/penalties.providers.js';
import { ViolationSchedule } from './violations/violation-schedule.js';

/** What the features of this service bring, one list each. */
export const MEDIA_PENALTIES: ServiceParts = {
  name: 'media-penalties',
  migrations: [FineLedger1795701300001, Exposure1795701300002],
  controllers: [...PENALTY_ROUTES, ...EXPOSURE_ROUTES],
  providers: [ViolationSchedule, ...PENALTIES, ...EXPOSURES],
};
