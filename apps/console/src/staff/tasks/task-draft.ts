import type { TaskDraft, TaskDraftRequest } from '@huiying/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../http/request.js';
import { api } from '../session/session.js';
import type { LocalCopy } from './local-draft.js';

const SAVE_AFTER_MS = 2_000;
/** Longer ones a browser does not send after the page is gone. */
const MAX_KEEPALIVE = 60_000;

export type DraftStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed' | 'newer';

/**
 * Saves a form 2 s after the last key, on demand and when the page goes away: first in the browser, where a copy may lie there, then on
 * the server, and the copy goes as soon as the server has it (console.md §0.3, access.md §3).
 * @param url of the draft
 */
export function useTaskDraft(url: string, initial: TaskDraft | undefined, enabled: boolean, copy: LocalCopy) {
  const [status, setStatus] = useState<DraftStatus>(initial ? 'saved' : 'clean');
  const [savedAt, setSavedAt] = useState(initial?.savedAt);
  const version = useRef(initial?.version ?? 0);
  const latest = useRef<Record<string, unknown>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(
    async (overwrite = false, leaving = false): Promise<boolean> => {
      clearTimeout(timer.current);
      const data = latest.current;
      if (!data || !enabled) return true;
      setStatus('saving');
      try {
        const json: TaskDraftRequest = overwrite ? { data } : { data, version: version.current };
        const keepalive = leaving && JSON.stringify(json).length < MAX_KEEPALIVE;
        const saved = await api<TaskDraft>(url, { method: 'PUT', json, keepalive });
        version.current = saved.version;
        setSavedAt(saved.savedAt);
        if (latest.current === data) {
          latest.current = undefined;
          copy.drop();
          setStatus('saved');
        }
        return true;
      } catch (error) {
        setStatus(error instanceof ProblemError && error.status === 409 ? 'newer' : 'failed');
        return false;
      }
    },
    [url, enabled, copy],
  );

  const changed = useCallback(
    (data: Record<string, unknown>) => {
      if (!enabled) return;
      latest.current = data;
      copy.keep(version.current, data);
      setStatus((now) => (now === 'newer' ? now : 'dirty'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
    },
    [enabled, save, copy],
  );

  const discard = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = undefined;
    copy.drop();
  }, [copy]);

  useEffect(() => {
    // Leaving the task or the page: what is not on the server yet goes there, and lies in the browser until it has arrived.
    const leave = () => {
      if (latest.current) void save(false, true);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  return { status, savedAt, changed, save, discard };
}
