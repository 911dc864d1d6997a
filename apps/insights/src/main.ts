import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { InsightsModule } from './insights.module.js';

await startService({ name: 'insights', module: InsightsModule.forRoot() });
