import type { UploadedFile } from '@huiying/contracts';
import { newKey } from '../../http/request.js';
import { Observed } from '../../parts/observed.js';
import type { BlobStore } from './photo-store.js';
import { shrinkImage, thumbnailOf } from './pictures.js';

export const MOST_FILES = 9;
const MOST_BYTES = 20 * 1024 * 1024;
const FORMATS = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

type PhotoState = 'waiting' | 'uploading' | 'done' | 'failed' | 'too-large' | 'format';

/** A photo or PDF on its way; `thumbnail` is a data URL of a small picture, empty for a PDF. */
export interface QueuedPhoto {
  id: string;
  pdf: boolean;
  bytes: number;
  state: PhotoState;
  percent: number;
  thumbnail: string;
  uploadId?: string;
}

/**
 * Files go up while the person writes (console.md P2). The queue lives outside React: leaving a step or the form does not stop it,
 * and after a reload what had not arrived yet starts again from the copy in the browser's own database.
 */
export class PhotoQueue extends Observed<readonly QueuedPhoto[]> {
  private readonly blobs = new Map<string, Blob>();
  private busy = false;

  /** Without a store the files live as long as the page. */
  constructor(private readonly store?: BlobStore) {
    super([]);
  }

  /** Photos of an earlier visit; called once at start. */
  async restore(): Promise<void> {
    for (const kept of (await this.store?.all()) ?? []) {
      if (this.state.some((photo) => photo.id === kept.id)) continue;
      this.blobs.set(kept.id, kept.blob);
      const state: PhotoState = kept.uploadId ? 'done' : 'waiting';
      this.set([...this.state, { ...this.describe(kept.id, kept.blob), state, uploadId: kept.uploadId, percent: 0 }]);
      void this.draw(kept.id, kept.blob);
    }
    void this.work();
  }

  /** Takes the files that still fit and says how many did not. */
  add(files: readonly File[]): { left: number } {
    const room = Math.max(0, MOST_FILES - this.state.length);
    for (const file of files.slice(0, room)) {
      const id = newKey();
      const state: PhotoState = !FORMATS.includes(file.type)
        ? 'format'
        : file.size > MOST_BYTES
          ? 'too-large'
          : 'waiting';
      this.blobs.set(id, file);
      this.set([...this.state, { ...this.describe(id, file), state }]);
      if (state === 'format') continue;
      if (state === 'waiting') void this.store?.keep({ id, blob: file });
      void this.draw(id, file);
    }
    void this.work();
    return { left: files.length - Math.min(room, files.length) };
  }

  remove(id: string): void {
    this.blobs.delete(id);
    void this.store?.drop(id);
    this.set(this.state.filter((photo) => photo.id !== id));
  }

  retry(id: string): void {
    this.patch(id, { state: 'waiting', percent: 0 });
    void this.work();
  }

  /** A photo above the limit, made smaller by the browser. */
  async shrink(id: string): Promise<void> {
    const blob = this.blobs.get(id);
    if (!blob) return;
    const smaller = await shrinkImage(blob).catch(() => undefined);
    if (!smaller || smaller.size > MOST_BYTES) return this.patch(id, { state: 'format' });
    this.blobs.set(id, smaller);
    void this.store?.keep({ id, blob: smaller });
    this.patch(id, { state: 'waiting', bytes: smaller.size });
    void this.work();
  }

  /** After filing: what has arrived belongs to the case; what has not is handed to the sender of the receipt page. */
  takeUnsent(): { id: string; blob: Blob }[] {
    return this.state
      .filter((photo) => photo.state === 'waiting' || photo.state === 'uploading' || photo.state === 'failed')
      .flatMap((photo) => {
        const blob = this.blobs.get(photo.id);
        return blob ? [{ id: photo.id, blob }] : [];
      });
  }

  uploadIds(): string[] {
    return this.state.flatMap((photo) => (photo.state === 'done' && photo.uploadId ? [photo.uploadId] : []));
  }

  clear(): void {
    this.blobs.clear();
    void this.store?.dropAll();
    this.set([]);
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (;;) {
        const next = this.state.find((photo) => photo.state === 'waiting');
        const blob = next && this.blobs.get(next.id);
        if (!next || !blob || !navigator.onLine) return;
        await this.send(next.id, blob);
      }
    } finally {
      this.busy = false;
    }
  }

  private async send(id: string, blob: Blob): Promise<void> {
    this.patch(id, { state: 'uploading', percent: 0 });
    try {
      const answer = await sendFile(blob, (percent) => this.patch(id, { percent }));
      void this.store?.keep({ id, blob, uploadId: answer.uploadId });
      this.patch(id, { state: 'done', uploadId: answer.uploadId });
    } catch (error) {
      this.patch(id, { state: error instanceof RefusedFormat ? 'format' : 'failed' });
    }
  }

  private async draw(id: string, blob: Blob): Promise<void> {
    if (blob.type === 'application/pdf') return;
    const thumbnail = await thumbnailOf(blob).catch(() => undefined);
    if (thumbnail) this.patch(id, { thumbnail });
    else if (this.state.find((photo) => photo.id === id)?.state !== 'done') this.patch(id, { state: 'format' });
  }

  private describe(id: string, blob: Blob): QueuedPhoto {
    return { id, pdf: blob.type === 'application/pdf', bytes: blob.size, state: 'waiting', percent: 0, thumbnail: '' };
  }

  private patch(id: string, change: Partial<QueuedPhoto>): void {
    this.set(this.state.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)));
  }
}

/** The server does not take this kind of file. */
class RefusedFormat extends Error {}

/** fetch has no progress of an upload, XMLHttpRequest has. Rejects with RefusedFormat where the server refuses the kind. */
function sendFile(blob: Blob, progress: (percent: number) => void): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/api/portal/uploads');
    call.responseType = 'json';
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(Math.round((event.loaded / event.total) * 100));
    };
    call.onload = () => {
      if (call.status < 300) resolve(call.response as UploadedFile);
      else reject(call.status === 415 || call.status === 422 ? new RefusedFormat() : new Error('not uploaded'));
    };
    call.onerror = () => reject(new Error('not uploaded'));
    const form = new FormData();
    form.append('file', blob, blob.type === 'application/pdf' ? 'file.pdf' : `photo.${blob.type.split('/')[1]}`);
    call.send(form);
  });
}
