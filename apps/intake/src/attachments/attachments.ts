import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, DataSource, type EntityManager } from 'typeorm';
import type { CaseAttachment, UploadedFile } from '@huiying/contracts';
import { Clock, Problem } from '@huiying/platform';
import { toLocalIso } from '@huiying/working-time';
import { Attachment } from './attachment.entity.js';
import { inspectFile, MAX_FILE_BYTES, type InspectedFile, type SentFile } from './file-inspection.js';
import { ObjectStore } from './object-store.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UPLOAD_LIFE_MS = 24 * 3_600_000;
const FILES_PER_CASE = 40;
const BYTES_PER_CASE = 300 * 1024 * 1024;

/** A file that leaves a case for the sealed store. */
interface TakenFile {
  contentType: string;
  content: string;
}

/** Files of cases: inspected, counted, sealed (access.md §7). */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: DataSource,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  /** A file before its case exists, kept for 24 hours. */
  async upload(file: SentFile): Promise<UploadedFile> {
    const inspected = await inspectWithinSize(file);
    const expiresAt = new Date(this.clock.now().getTime() + UPLOAD_LIFE_MS);
    const row = await this.database.transaction(async (manager) => {
      await this.forgetExpired(manager);
      return this.keep(manager, inspected, { caseNo: null, origin: 'complainant', expiresAt, serial: null });
    });
    return { uploadId: row.id, contentType: row.contentType, bytes: row.bytes, expiresAt: toLocalIso(expiresAt) };
  }

  /** Files for a case that exists. */
  async add(
    caseNo: string,
    file: SentFile,
    origin: Attachment['origin'],
    guard: (manager: EntityManager) => Promise<void>,
  ): Promise<CaseAttachment> {
    const inspected = await inspectWithinSize(file);
    return this.database.transaction(async (manager) => {
      await guard(manager);
      const serial = await this.nextSerial(manager, caseNo, inspected.content.length);
      return viewOf(await this.keep(manager, inspected, { caseNo, origin, expiresAt: null, serial }));
    });
  }

  /** Gives uploads to a case. @throws Problem `unknown-upload` (422) for one that is gone or belongs to somebody */
  async claim(manager: EntityManager, caseNo: string, uploads: readonly string[], messageId?: string): Promise<number> {
    const ids = [...new Set(uploads)];
    if (ids.length === 0) return 0;
    const rows = await manager.find(Attachment, {
      where: { id: In(ids), caseNo: IsNull(), expiresAt: MoreThan(this.clock.now()) },
      lock: { mode: 'pessimistic_write' },
    });
    if (rows.length !== ids.length) {
      throw new Problem('unknown-upload', 'rejected', { errors: [{ field: 'uploads', code: 'unknown-upload' }] });
    }
    for (const { id, bytes } of rows) {
      const serial = await this.nextSerial(manager, caseNo, bytes);
      await manager.update(Attachment, { id }, { caseNo, serial, expiresAt: null, messageId: messageId ?? null });
    }
    return rows.length;
  }

  async list(manager: EntityManager, caseNo: string): Promise<CaseAttachment[]> {
    return (await manager.find(Attachment, { where: { caseNo }, order: { serial: 'ASC' } })).map(viewOf);
  }

  /** null also for what is no id. */
  async find(id: string): Promise<Attachment | null> {
    return UUID.test(id) ? this.database.manager.findOneBy(Attachment, { id }) : null;
  }

  async content(id: string): Promise<Buffer> {
    return this.store.get(this.database.manager, id);
  }

  /** Removes all files of a case and answers what they held. */
  async takeAway(manager: EntityManager, caseNo: string): Promise<TakenFile[]> {
    const rows = await manager.find(Attachment, { where: { caseNo }, order: { serial: 'ASC' } });
    const files: TakenFile[] = [];
    for (const { id, contentType } of rows) {
      files.push({ contentType, content: (await this.store.get(manager, id)).toString('base64') });
      await this.store.remove(manager, id);
      await manager.delete(Attachment, { id });
    }
    return files;
  }

  private async keep(
    manager: EntityManager,
    { contentType, content }: InspectedFile,
    facts: Pick<Attachment, 'caseNo' | 'origin' | 'expiresAt' | 'serial'>,
  ): Promise<Attachment> {
    const row: Attachment = {
      ...facts,
      id: randomUUID(),
      messageId: null,
      contentType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      createdAt: this.clock.now(),
    };
    await manager.insert(Attachment, row);
    await this.store.put(manager, row.id, content);
    return row;
  }

  private async nextSerial(manager: EntityManager, caseNo: string, bytes: number): Promise<number> {
    const rows = await manager.query<{ files: number; bytes: string; last: number | null }[]>(
      `SELECT count(*)::int AS files, coalesce(sum(bytes), 0) AS bytes, max(serial) AS last FROM attachment WHERE case_no = $1`,
      [caseNo],
    );
    const { files = 0, bytes: held = '0', last = 0 } = rows[0] ?? {};
    if (files >= FILES_PER_CASE || Number(held) + bytes > BYTES_PER_CASE)
      throw new Problem('too-many-files', 'rejected');
    return (last ?? 0) + 1;
  }

  private async forgetExpired(manager: EntityManager): Promise<void> {
    await manager.query(`DELETE FROM attachment WHERE case_no IS NULL AND expires_at < $1`, [this.clock.now()]);
  }
}

async function inspectWithinSize(file: SentFile): Promise<InspectedFile> {
  if (file.content.length === 0) throw new Problem('file-required', 'rejected');
  if (file.content.length > MAX_FILE_BYTES) throw new Problem('file-too-large', 'too-large');
  return inspectFile(file);
}

const EXTENSION: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** 附件-3.jpg: the name that the person's file had stays away from paths and headers. */
export const fileNameOf = ({ serial, contentType }: Attachment): string =>
  `附件-${serial ?? 0}.${EXTENSION[contentType] ?? 'bin'}`;

function viewOf(row: Attachment): CaseAttachment {
  const { id, contentType, bytes, createdAt, origin } = row;
  return { id, name: fileNameOf(row), contentType, bytes, at: toLocalIso(createdAt), from: origin };
}
