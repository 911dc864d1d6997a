import { useEffect, useState } from 'react';
import { EMPTY_ENTRY, type Entry } from './registration.js';

const KEY = 'huiying.entry';

/** The entry survives a reload in this tab and is gone with the tab, or as soon as the server has it. */
export function useEntry(): [Entry, (entry: Entry) => void] {
  const [entry, setEntry] = useState<Entry>(() => {
    try {
      return { ...EMPTY_ENTRY, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Entry>) };
    } catch {
      return EMPTY_ENTRY;
    }
  });
  useEffect(() => {
    if (entry === EMPTY_ENTRY) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(entry));
  }, [entry]);
  return [entry, setEntry];
}
