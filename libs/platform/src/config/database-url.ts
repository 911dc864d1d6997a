import { createHmac } from 'node:crypto';
import type { Config } from './config.js';

/** Role that owns every schema and runs the migrations. */
export const MIGRATE_ROLE = 'huiying_migrate';

/** Role of the service that a schema belongs to. */
export function serviceRole(schema: string): string {
  return `huiying_${schema}`;
}

/**
 * In the embedded shape the roles' passwords follow from the administrator's, so that every process which knows DATABASE_URL reaches
 * each role and nothing has to be kept.
 */
export function rolePassword(adminUrl: string, role: string): string {
  return createHmac('sha256', new URL(adminUrl).password).update(`huiying:${role}`).digest('base64url');
}

export function asRole(adminUrl: string, role: string): string {
  const url = new URL(adminUrl);
  url.password = rolePassword(adminUrl, role);
  url.username = role;
  return url.href;
}

/** Where a service reaches its schema: as its own role in both shapes. */
export function databaseUrlOf(config: Pick<Config, 'shape' | 'databaseUrl'>, schema: string): string {
  return config.shape === 'embedded' ? asRole(config.databaseUrl, serviceRole(schema)) : config.databaseUrl;
}

/** Where migrations run; undefined = somebody else runs them. */
export function migrateUrlOf(config: Pick<Config, 'shape' | 'databaseUrl' | 'databaseMigrateUrl'>): string | undefined {
  return config.shape === 'embedded'
    ? asRole(config.databaseUrl, MIGRATE_ROLE)
    : config.databaseMigrateUrl || undefined;
}
