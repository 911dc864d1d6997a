import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { InvestigationModule } from './investigation.module.js';

await startService({ name: 'investigation', module: InvestigationModule.forRoot() });
