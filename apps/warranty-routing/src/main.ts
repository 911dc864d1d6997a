import 'reflect-metadata';
import { startService } from '@huiying/platform';
import { WarrantyRoutingModule } from './warranty-routing.module.js';

await startService({ name: 'warranty-routing', module: WarrantyRoutingModule.forRoot() });
