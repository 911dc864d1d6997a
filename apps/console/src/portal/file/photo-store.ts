/** Photos of the draft in the browser's own database: a reload must not cost the complainant a picture (console.md §0.3). */
interface KeptBlob {
  id: string;
  blob: Blob;
  uploadId?: string;
}

const NAME = 'huiying';
const STORE = 'photos';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('no database'));
  });
}

/** Private windows have no database: the photos then last as long as the page, which is no reason to stop anybody. */
async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const asked = ask(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('refused'));
    });
  } catch {
    return undefined;
  }
}

export interface BlobStore {
  keep(kept: KeptBlob): Promise<unknown>;
  drop(id: string): Promise<unknown>;
  dropAll(): Promise<unknown>;
  all(): Promise<KeptBlob[]>;
}

export const browserBlobs: BlobStore = {
  keep: (kept) => run('readwrite', (store) => store.put(kept)),
  drop: (id) => run('readwrite', (store) => store.delete(id)),
  dropAll: () => run('readwrite', (store) => store.clear()),
  all: async () => ((await run('readonly', (store) => store.getAll())) as KeptBlob[] | undefined) ?? [],
};
