import type { MigrationInterface } from 'typeorm';

/** Schemas of PostgreSQL, each owned by one service or library. */
export const SCHEMAS = [
  'access',
  'clock',
  'events',
  'models',
  'engine',
  'intake',
  'investigation',
  'tasklist',
  'warranty_routing',
  'media_penalties',
  'emergency_response',
  'insights',
  'studio',
  'integrations',
  'employee_reports',
] as const;

export type SchemaName = (typeof SCHEMAS)[number];

/** A class of an entity or of a migration, as TypeORM takes them. */
type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

/** A service's schema: what lies in it and how it came to be. */
export interface SchemaOptions {
  name: SchemaName;
  entities?: readonly EntityClass[];
  /** By hand, names ending in the 13 digits of their time; foreign ones (events, vault, zeebe) go first in the list. */
  migrations: readonly MigrationClass[];
  /** Connections of the pool; 8 unless said. */
  poolSize?: number;
}
