import { useCallback, useEffect, useState } from 'react';
import { request } from '../http/request.js';

export interface Loaded<T> {
  data?: T;
  error?: unknown;
  reload: () => void;
}

/** One GET for a page; the portal needs no more than this. */
export function useLoaded<T>(path: string): Loaded<T> {
  const [state, setState] = useState<{ data?: T; error?: unknown }>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    request<T>(path, { signal: abort.signal }).then(
      (data) => setState({ data }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ error });
      },
    );
    return () => abort.abort();
  }, [path, round]);
  const reload = useCallback(() => setRound((now) => now + 1), []);
  return { ...state, reload };
}
