import { Module } from '@nestjs/common';
import { IntakeModule } from '../../intake/src/intake.module.js';
import { IntegrationsModule } from '../../integrations/src/integrations.module.js';
import { InvestigationModule } from '../../investigation/src/investigation.module.js';
import { StudioModule } from '../../studio/src/studio.module.js';
import { TasklistModule } from '../../tasklist/src/tasklist.module.js';
import { WarrantyRoutingModule } from '../../warranty-routing/src/warranty-routing.module.js';
import { ModelDeployment } from './models/model-deployment.js';
import { SampleData } from './sample-directory/sample-data.js';

/** Every service of the embedded shape in one process; each keeps its own schema, role and connection. */
@Module({
  imports: [
    IntakeModule.forRoot(),
    InvestigationModule.forRoot(),
    TasklistModule.forRoot(),
    WarrantyRoutingModule.forRoot(),
    IntegrationsModule.forRoot(),
    StudioModule.forRoot(),
  ],
  providers: [SampleData, ModelDeployment],
})
export class AllInOneModule {}
