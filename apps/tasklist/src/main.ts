import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { TasklistModule } from './tasklist.module.js';

await startService({ name: 'tasklist', module: TasklistModule.forRoot() });
