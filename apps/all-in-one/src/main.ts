import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { AllInOneModule } from './all-in-one.module.js';

await startService({ name: 'all-in-one', module: (config) => AllInOneModule.forRoot(config) });
