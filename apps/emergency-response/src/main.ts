import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { EmergencyResponseModule } from './emergency-response.module.js';

await startService({ name: 'emergency-response', module: EmergencyResponseModule.forRoot() });
