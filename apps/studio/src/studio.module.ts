import { type DynamicModule, Module } from '@nestjs/common';
import { GatewayModule } from '@huiying/zeebe';
import { DeploymentsController } from './deployments/deployments.controller.js';
import { EngineMonitoring } from './incidents/engine-monitoring.js';
import { IncidentService } from './incidents/incident.service.js';
import { IncidentsController } from './incidents/incidents.controller.js';

/** Models and operations: deployment, incidents; lint, gate, preview and the rest come later. */
@Module({})
export class StudioModule {
  static forRoot(): DynamicModule {
    return {
      module: StudioModule,
      imports: [GatewayModule],
      controllers: [DeploymentsController, IncidentsController],
      providers: [EngineMonitoring, IncidentService],
    };
  }
}
