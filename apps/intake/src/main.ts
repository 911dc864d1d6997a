import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { IntakeModule } from './intake.module.js';

await startService({ name: 'intake', module: IntakeModule.forRoot() });
