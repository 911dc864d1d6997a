import type { EntityManager } from 'typeorm';

/** Where the bytes of attachments lie. PostgreSQL now; S3 comes behind the same port (architecture.md §10). */
export abstract class ObjectStore {
  abstract put(manager: EntityManager, id: string, content: Buffer): Promise<void>;
  /** @throws Error when there is nothing under the id */
  abstract get(manager: EntityManager, id: string): Promise<Buffer>;
  abstract remove(manager: EntityManager, id: string): Promise<void>;
}
