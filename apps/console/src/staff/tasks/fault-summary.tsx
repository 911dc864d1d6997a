import { useEffect, useRef } from 'react';
import { useWords } from '../../words/staff-words.js';
import type { FormFault } from '../forms/form-faults.js';

/** On top of the form, with the focus on it; each line leads to its field. */
export function FaultSummary({
  list,
  round,
  onGo,
}: {
  list: FormFault[];
  round: number;
  onGo: (fieldId: string) => void;
}) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [round]);
  return (
    <div className="fault-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="fault-title">
      <h2 id="fault-title">{t('form.faults', { count: list.length })}</h2>
      <ul>
        {list.map((fault, index) => {
          const text = fault.required
            ? t('form.fill', { label: fault.label })
            : t('form.fault', { label: fault.label, text: fault.text });
          return (
            <li key={`${fault.fieldId ?? ''}${index}`}>
              {fault.fieldId ? (
                <button type="button" onClick={() => onGo(fault.fieldId ?? '')}>
                  {text}
                </button>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
