import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../words/staff-words.js';

/** Head of a page: one h1 that takes the focus on arrival, the document's title, actions at the end of the line. */
export function PageHead(props: { title: string; area?: string; actions?: ReactNode; children?: ReactNode }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [props.title, props.area, t('app.name')].filter(Boolean).join(' · ');
  }, [props.title, props.area, t]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [props.title]);
  return (
    <div className="page-head">
      <div className="page-title">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.children}
      </div>
      {props.actions && <div className="page-actions">{props.actions}</div>}
    </div>
  );
}
