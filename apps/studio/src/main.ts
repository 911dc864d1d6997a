import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { StudioModule } from './studio.module.js';

await startService({ name: 'studio', module: StudioModule.forRoot() });
