/** Folder of the embedded PostgreSQL that belongs to a data directory. */
export function postgresHome(dataDir: string): string;
