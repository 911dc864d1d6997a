import type { DynamicModule } from '@nestjs/common';
import { EmployeeReportsModule } from '../../apps/employee-reports/src/employee-reports.module.js';
import { EmergencyResponseModule } from '../../apps/emergency-response/src/emergency-response.module.js';
import { InsightsModule } from '../../apps/insights/src/insights.module.js';
import { IntakeModule } from '../../apps/intake/src/intake.module.js';
import { IntegrationsModule } from '../../apps/integrations/src/integrations.module.js';
import { InvestigationModule } from '../../apps/investigation/src/investigation.module.js';
import { MediaPenaltiesModule } from '../../apps/media-penalties/src/media-penalties.module.js';
import { StudioModule } from '../../apps/studio/src/studio.module.js';
import { TasklistModule } from '../../apps/tasklist/src/tasklist.module.js';
import { WarrantyRoutingModule } from '../../apps/warranty-routing/src/warranty-routing.module.js';

/** The services of all-in-one, each by itself. */
export const SERVICES: Record<string, () => DynamicModule> = {
  'employee-reports': () => EmployeeReportsModule.forRoot(),
  'emergency-response': () => EmergencyResponseModule.forRoot(),
  insights: () => InsightsModule.forRoot(),
  'media-penalties': () => MediaPenaltiesModule.forRoot(),
  intake: () => IntakeModule.forRoot(),
  integrations: () => IntegrationsModule.forRoot(),
  investigation: () => InvestigationModule.forRoot(),
  studio: () => StudioModule.forRoot(),
  tasklist: () => TasklistModule.forRoot(),
  'warranty-routing': () => WarrantyRoutingModule.forRoot(),
};
