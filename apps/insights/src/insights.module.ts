import { type DynamicModule, Module } from '@nestjs/common';
import { serviceModule } from '@huiying/service';
import { INSIGHTS } from './insights.parts.js';

/** Read model over the business events: figures, hot topics, recurring causes, reports and surveys. No personal data. */
@Module({})
export class InsightsModule {
  static forRoot(): DynamicModule {
    return serviceModule(InsightsModule, INSIGHTS);
  }
}
