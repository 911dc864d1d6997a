import { type DynamicModule, Module } from '@nestjs/common';
import { serviceModule } from '@huiying/service';
import { EMERGENCY_RESPONSE } from './emergency-response.parts.js';

/** Emergency responses: who is told, the team, the measures side by side, what is published and corrected, the assessment. */
@Module({})
export class EmergencyResponseModule {
  static forRoot(): DynamicModule {
    return serviceModule(EmergencyResponseModule, EMERGENCY_RESPONSE);
  }
}
