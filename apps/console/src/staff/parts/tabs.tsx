import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Tab<K extends string> {
  key: K;
  label: string;
  panel: () => ReactNode;
}

/**
 * Tabs in one line that scrolls where it is too narrow; ← → move. antd's own put a button 「更多」 among the tabs, which no screen
 * reader expects there.
 */
export function Tabs<K extends string>(props: {
  label: string;
  tabs: Tab<K>[];
  active: K;
  onChange: (key: K) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const current = props.tabs.find(({ key }) => key === props.active) ?? props.tabs[0];
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = props.tabs.findIndex(({ key }) => key === current?.key);
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length];
    if (!next) return;
    event.preventDefault();
    props.onChange(next.key);
    list.current?.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
  };
  if (!current) return null;
  return (
    <>
      <div className="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
        {props.tabs.map(({ key, label }) => (
          <button
            key={key}
            id={`tab-${key}`}
            type="button"
            role="tab"
            aria-selected={key === current.key}
            aria-controls="tab-panel"
            tabIndex={key === current.key ? 0 : -1}
            onClick={() => props.onChange(key)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${current.key}`} tabIndex={0}>
        {current.panel()}
      </div>
    </>
  );
}
