import type { ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';

/** What TypeORM's pool connects with: same role, search path and TLS. */
export function connectionOf(dataSource: DataSource): ClientConfig {
  const { password, ...options } = optionsOf(dataSource);
  // The pool hides the password from enumeration.
  return { ...options, ...(password === undefined ? {} : { password }) };
}

/** Connections that the pool may open. */
export function poolSize(dataSource: DataSource): number {
  return optionsOf(dataSource).max ?? 10;
}

function optionsOf(dataSource: DataSource): ClientConfig & { max?: number } {
  const { master } = dataSource.driver as unknown as { master: { options: ClientConfig & { max?: number } } };
  return master.options;
}
