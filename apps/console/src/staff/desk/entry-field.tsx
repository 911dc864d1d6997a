import { Input, type InputProps, Select } from 'antd';
import { useWords } from '../../words/staff-words.js';
import { Labelled } from '../parts/labelled.js';
import type { Entry } from './registration.js';

/** An entry under way, as its fields need it. */
export interface EntryInHand {
  entry: Entry;
  change: (change: Partial<Entry>) => void;
  errorOf: (field: string) => string | undefined;
}

type TextField = { [K in keyof Entry]: Entry[K] extends string ? K : never }[keyof Entry];

interface Placed {
  hand: EntryInHand;
  field: Exclude<TextField, 'subject' | 'channel' | 'masterNo'>;
  required?: boolean;
  className?: string;
}

/** A line of text. */
export function EntryText({
  hand: { entry, change, errorOf },
  field,
  required,
  className,
  ...input
}: Placed & Pick<InputProps, 'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'disabled'>) {
  const { t } = useWords();
  return (
    <Labelled
      id={`entry-${field}`}
      label={t(`desk.${field}`)}
      required={required}
      error={errorOf(field)}
      className={className}
    >
      {(a) => (
        <Input {...a} value={entry[field]} onChange={(event) => change({ [field]: event.target.value })} {...input} />
      )}
    </Labelled>
  );
}

/** Several lines. */
export function EntryLines({
  hand: { entry, change, errorOf },
  field,
  required,
  className,
  ...input
}: Placed & { rows: number; maxLength: number }) {
  const { t } = useWords();
  return (
    <Labelled
      id={`entry-${field}`}
      label={t(`desk.${field}`)}
      required={required}
      error={errorOf(field)}
      className={className}
    >
      {(a) => (
        <Input.TextArea
          {...a}
          value={entry[field]}
          onChange={(event) => change({ [field]: event.target.value })}
          {...input}
        />
      )}
    </Labelled>
  );
}

/** One of a list, or none; a long list is searched. */
export function EntryChoice({
  hand: { entry, change, errorOf },
  field,
  options,
  long,
}: Placed & { options: { value: string; label: string }[]; long?: boolean }) {
  const { t } = useWords();
  return (
    <Labelled id={`entry-${field}`} label={t(`desk.${field}`)} error={errorOf(field)}>
      {(a) => (
        <Select
          {...a}
          allowClear
          {...(long && { showSearch: { optionFilterProp: 'label' } })}
          value={entry[field] || undefined}
          onChange={(value?: string) => change({ [field]: value ?? '' })}
          options={options}
        />
      )}
    </Labelled>
  );
}
