import type { FiledComplaint, PortalReceipt } from '@huiying/contracts';
import { newKey, request } from '../../http/request.js';
import { Observed } from '../../parts/observed.js';
import { type Draft, toFiling } from './draft.js';
import { PhotoQueue } from './photo-queue.js';
import { browserBlobs } from './photo-store.js';

export const photos = new PhotoQueue(browserBlobs);

/** A receipt as this page holds it: in memory only, so that a reload does not show the code again. */
export interface Receipt extends FiledComplaint {
  inquiry: boolean;
  anonymous: boolean;
}

let shown: Receipt | undefined;
export const currentReceipt = () => shown;

let lastTry: { body: string; key: string } | undefined;

/**
 * Files the draft. The same answers carry the same Idempotency-Key, so that a double press, a lost reply and a second try after an
 * outage make one case; changed answers are another filing.
 */
export async function fileDraft(draft: Draft): Promise<Receipt> {
  const filing = toFiling(draft, photos.uploadIds());
  const body = JSON.stringify(filing);
  if (lastTry?.body !== body) lastTry = { body, key: newKey() };
  const filed = await request<FiledComplaint>('/api/portal/complaints', {
    method: 'POST',
    json: filing,
    idempotencyKey: lastTry.key,
  });
  lastTry = undefined;
  shown = { ...filed, inquiry: draft.inquiry, anonymous: draft.anonymous };
  rememberReceipt(localStorage, filed, Date.now());
  late.start(filed, photos.takeUnsent());
  photos.clear();
  return shown;
}

interface LateUploads {
  open: number;
  failed: number;
}

/** Files that were still on their way at submission go to the case itself. */
class LateSender extends Observed<LateUploads> {
  constructor() {
    super({ open: 0, failed: 0 });
  }

  start(filed: FiledComplaint, files: { blob: Blob }[]): void {
    this.set({ open: files.length, failed: 0 });
    for (const { blob } of files) {
      attachFile(filed.caseNo, filed.trackingCode, blob).then(
        () => this.set({ ...this.state, open: this.state.open - 1 }),
        () => this.set({ open: this.state.open - 1, failed: this.state.failed + 1 }),
      );
    }
  }
}

export const late = new LateSender();

function attachFile(caseNo: string, code: string, blob: Blob): Promise<PortalReceipt> {
  const form = new FormData();
  form.append('file', blob, blob.type === 'application/pdf' ? 'file.pdf' : `photo.${blob.type.split('/')[1]}`);
  return request(`/api/portal/complaints/${encodeURIComponent(caseNo)}/attachments`, {
    method: 'POST',
    form,
    headers: { 'X-Tracking-Code': code },
    idempotencyKey: newKey(),
  });
}

const REMEMBERED = 'huiying.receipt';
const ONCE_MORE_MS = 24 * 3600_000;

interface Remembered {
  caseNo: string;
  /** Gone once it was shown a second time. */
  trackingCode?: string;
  at: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function rememberReceipt(store: Store, filed: FiledComplaint, now: number): void {
  store.setItem(REMEMBERED, JSON.stringify({ caseNo: filed.caseNo, trackingCode: filed.trackingCode, at: now }));
}

/** Number of the last case filed on this phone within 24 h; `trackingCode` only until it was shown once more (console.md P3). */
export function rememberedReceipt(store: Store, now: number): Remembered | undefined {
  try {
    const kept = JSON.parse(store.getItem(REMEMBERED) ?? 'null') as Remembered | null;
    if (kept && now - kept.at < ONCE_MORE_MS) return kept;
  } catch {
    // Unreadable: as good as none.
  }
  store.removeItem(REMEMBERED);
  return undefined;
}

/** The second look has been taken: the code leaves the phone. */
export function forgetCode(store: Store, now: number): void {
  const kept = rememberedReceipt(store, now);
  if (kept) store.setItem(REMEMBERED, JSON.stringify({ caseNo: kept.caseNo, at: kept.at }));
}
