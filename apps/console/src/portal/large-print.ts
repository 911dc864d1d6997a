import { useSyncExternalStore } from 'react';

/** 大字版: main text 20 px, every target 60 px. A property of the device, kept there. */
const KEY = 'huiying.large';
const listeners = new Set<() => void>();

function apply(large: boolean): void {
  document.documentElement.classList.toggle('large', large);
}

apply(localStorage.getItem(KEY) === '1');

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const snapshot = () => document.documentElement.classList.contains('large');

export function useLarge() {
  const large = useSyncExternalStore(subscribe, snapshot);
  const toggle = () => {
    localStorage.setItem(KEY, large ? '0' : '1');
    apply(!large);
    for (const listener of listeners) listener();
  };
  return { large, toggle };
}
