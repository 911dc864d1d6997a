import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Vault } from '@huiying/platform';
import { ObjectStore } from './object-store.js';

const ROW_BYTES = 256 * 1024;
const TABLE = 'attachment_chunk';

/** Rows of 256 kB, each sealed under a data key of its own file: erasing the key erases the file. */
@Injectable()
export class RowObjectStore extends ObjectStore {
  constructor(private readonly vault: Vault) {
    super();
  }

  async put(manager: EntityManager, id: string, content: Buffer): Promise<void> {
    for (let n = 0; n * ROW_BYTES < content.length; n++) {
      const row = content.subarray(n * ROW_BYTES, (n + 1) * ROW_BYTES);
      const sealed = await this.vault.sealBytes(manager, placeOf(id, n), row);
      await manager.query(`INSERT INTO attachment_chunk (attachment_id, n, content_enc) VALUES ($1, $2, $3)`, [
        id,
        n,
        sealed,
      ]);
    }
  }

  async get(manager: EntityManager, id: string): Promise<Buffer> {
    const rows = await manager.query<{ n: number; content_enc: string }[]>(
      `SELECT n, content_enc FROM attachment_chunk WHERE attachment_id = $1 ORDER BY n`,
      [id],
    );
    if (rows.length === 0) throw new Error('attachment has no content');
    const parts: Buffer[] = [];
    for (const { n, content_enc: sealed } of rows)
      parts.push(await this.vault.openBytes(manager, placeOf(id, n), sealed));
    return Buffer.concat(parts);
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`DELETE FROM attachment_chunk WHERE attachment_id = $1`, [id]);
    await this.vault.forget(manager, `file:${id}`);
  }
}

const placeOf = (id: string, n: number) => ({
  subject: `file:${id}`,
  table: TABLE,
  id: `${id}:${n}`,
  column: 'content',
});
