import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { MediaPenaltiesModule } from './media-penalties.module.js';

await startService({ name: 'media-penalties', module: MediaPenaltiesModule.forRoot() });
