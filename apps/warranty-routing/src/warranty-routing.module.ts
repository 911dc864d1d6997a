import { type DynamicModule, Module } from '@nestjs/common';
import { databaseModule, type SchemaOptions } from '@huiying/persistence';
import { ProjectRegister1764000100000 } from './migrations/1764000100000-ProjectRegister.js';
import { BuildingEntity } from './project/building.entity.js';
import { ProjectEntity } from './project/project.entity.js';
import { ProjectModule } from './project/project.module.js';
import { WARRANTY_ROUTING } from './schema.js';

export const WARRANTY_ROUTING_SCHEMA: SchemaOptions = {
  name: WARRANTY_ROUTING,
  entities: [ProjectEntity, BuildingEntity],
  migrations: [ProjectRegister1764000100000],
};

/** Project and housing register; later the warranty, who repairs under it and after it. */
@Module({})
export class WarrantyRoutingModule {
  static forRoot(): DynamicModule {
    return { module: WarrantyRoutingModule, imports: [databaseModule(WARRANTY_ROUTING_SCHEMA), ProjectModule] };
  }
}
