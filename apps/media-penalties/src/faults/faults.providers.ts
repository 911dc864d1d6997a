import type { Provider, Type } from '@nestjs/common';
import { AgencyCases } from './agency-cases.js';
import { AgencyHandling } from './agency-handling.js';
import { ChargeEscalationWorker } from './charge-escalation.worker.js';
import { JudgeFaultForm } from './judge-fault.form.js';
import { RegionSettlesForm } from './region-settles.form.js';
import { SettlementsController } from './settlements.controller.js';
import { StoreSettlesForm } from './store-settles.form.js';

/** Complaints about stores and consultants: settled, charged when they climb, judged. */
export const FAULTS: Provider[] = [
  AgencyCases,
  AgencyHandling,
  ChargeEscalationWorker,
  ...[StoreSettlesForm, RegionSettlesForm, JudgeFaultForm],
];

export const FAULT_ROUTES: Type[] = [SettlementsController];
