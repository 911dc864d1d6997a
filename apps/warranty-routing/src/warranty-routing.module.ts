import { type DynamicModule, Module } from '@nestjs/common';
import type { SchemaOptions } from '@huiying/persistence';
import { serviceModule, serviceSchema } from '@huiying/service';
import { WARRANTY_ROUTING } from './warranty-routing.parts.js';

/** The schema as production makes it: for tests and for the migration runner. */
export const WARRANTY_ROUTING_SCHEMA: SchemaOptions = serviceSchema(WARRANTY_ROUTING);

/** Project and housing register, warranty, surveys and repairs of quality cases, defects of the period of delivery. */
@Module({})
export class WarrantyRoutingModule {
  static forRoot(): DynamicModule {
    return serviceModule(WarrantyRoutingModule, WARRANTY_ROUTING);
  }
}
