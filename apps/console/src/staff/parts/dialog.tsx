import { type ReactNode, useEffect, useId, useRef } from 'react';

/**
 * A layer for one decision. The browser's own dialog: focus stays inside and goes back afterwards, Esc closes, the page behind is
 * inert, and no style has to be injected (antd's Modal writes one without the page's nonce). Without `onClose` it has no way out.
 */
export function Dialog(props: { title: string; onClose?: () => void; wide?: boolean; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
    >
      <h2 id={titleId}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}
