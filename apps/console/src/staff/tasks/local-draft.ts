const KEY = 'huiying.task-draft.';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A copy of what was typed, for as long as the server has not confirmed it. */
export interface LocalCopy {
  keep(version: number, data: Record<string, unknown>): void;
  drop(): void;
}

/** Of a sealed task nothing lies in the browser, not for a moment (access.md §3 †). */
export const NO_COPY: LocalCopy = { keep: () => undefined, drop: () => undefined };

export function localCopy(store: Store, taskId: string): LocalCopy {
  return {
    keep: (version, data) => keepLocalDraft(store, taskId, version, data),
    drop: () => dropLocalDraft(store, taskId),
  };
}

interface LocalDraft {
  data: Record<string, unknown>;
  version: number;
}

/** What this browser still has of a task because the server has not confirmed it; older than the server's version it is void. */
export function localDraft(store: Store, taskId: string, serverVersion: number): Record<string, unknown> | undefined {
  try {
    const kept = JSON.parse(store.getItem(KEY + taskId) ?? 'null') as LocalDraft | null;
    if (kept && kept.version >= serverVersion) return kept.data;
  } catch {
    // Unreadable: as good as none.
  }
  store.removeItem(KEY + taskId);
  return undefined;
}

export function keepLocalDraft(store: Store, taskId: string, version: number, data: Record<string, unknown>): void {
  store.setItem(KEY + taskId, JSON.stringify({ data, version } satisfies LocalDraft));
}

export function dropLocalDraft(store: Store, taskId: string): void {
  store.removeItem(KEY + taskId);
}
