import { type DynamicModule, Module } from '@nestjs/common';
import { serviceModule } from '@huiying/service';
import { STUDIO } from './studio.parts.js';

/** Models and operations: deployment, incidents, the figures of the decisions, the rulebook and its revisions. */
@Module({})
export class StudioModule {
  static forRoot(): DynamicModule {
    return serviceModule(StudioModule, STUDIO);
  }
}
