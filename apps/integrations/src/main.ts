import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { IntegrationsModule } from './integrations.module.js';

await startService({ name: 'integrations', module: IntegrationsModule.forRoot() });
