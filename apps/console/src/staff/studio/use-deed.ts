import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../session/session.js';

/** Something done from a list, by POST: `busy` names what is under way, `trouble` says what went wrong; what is shown is asked again. */
export function useDeed(): { busy: string; trouble: unknown; send: (name: string, path: string) => Promise<void> } {
  const cache = useQueryClient();
  const [busy, setBusy] = useState('');
  const [trouble, setTrouble] = useState<unknown>();
  const send = async (name: string, path: string) => {
    setBusy(name);
    setTrouble(undefined);
    try {
      await api(path, { method: 'POST', json: {} });
      await cache.invalidateQueries();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy('');
    }
  };
  return { busy, trouble, send };
}
