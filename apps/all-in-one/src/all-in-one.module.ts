import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '@huiying/platform';
import { EmergencyResponseModule } from '../../emergency-response/src/emergency-response.module.js';
import { EmployeeReportsModule } from '../../employee-reports/src/employee-reports.module.js';
import { InsightsModule } from '../../insights/src/insights.module.js';
import { IntakeModule } from '../../intake/src/intake.module.js';
import { IntegrationsModule } from '../../integrations/src/integrations.module.js';
import { InvestigationModule } from '../../investigation/src/investigation.module.js';
import { MediaPenaltiesModule } from '../../media-penalties/src/media-penalties.module.js';
import { StudioModule } from '../../studio/src/studio.module.js';
import { TasklistModule } from '../../tasklist/src/tasklist.module.js';
import { WarrantyRoutingModule } from '../../warranty-routing/src/warranty-routing.module.js';
import { ModelDeployment } from './models/model-deployment.js';
import { SampleData } from './sample-directory/sample-data.js';
import { SeparateReports } from './separate-reports.js';

/** Every service of the embedded shape in one process; each keeps its own schema, role and connection. */
@Module({})
export class AllInOneModule {
  /** In production reports of employees have a process, a database role and keys of their own, and are not here (access.md §5). */
  static forRoot({ nodeEnv }: Config): DynamicModule {
    const separate = nodeEnv === 'production';
    return {
      module: AllInOneModule,
      imports: [
        IntakeModule.forRoot(),
        InvestigationModule.forRoot(),
        TasklistModule.forRoot(),
        WarrantyRoutingModule.forRoot(),
        MediaPenaltiesModule.forRoot(),
        EmergencyResponseModule.forRoot(),
        ...(separate ? [] : [EmployeeReportsModule.forRoot()]),
        InsightsModule.forRoot(),
        IntegrationsModule.forRoot(),
        StudioModule.forRoot(),
      ],
      providers: [SampleData, ModelDeployment, ...(separate ? [SeparateReports] : [])],
    };
  }
}
