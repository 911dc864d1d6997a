import { Input, type InputProps, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../words/staff-words.js';
import { type ControlAttributes, Labelled } from '../parts/labelled.js';
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

function EntryField(props: Placed & { children: (attributes: ControlAttributes) => ReactNode }) {
  const { t } = useWords();
  const { hand, field, children, ...labelled } = props;
  return (
    <Labelled id={`entry-${field}`} label={t(`desk.${field}`)} error={hand.errorOf(field)} {...labelled}>
      {children}
    </Labelled>
  );
}

/** Value of a field and how it follows what is typed. */
const typed = ({ hand: { entry, change }, field }: Placed) => ({
  value: entry[field],
  onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
});

/** A line of text. */
export function EntryText({
  type,
  inputMode,
  autoComplete,
  maxLength,
  disabled,
  ...placed
}: Placed & Pick<InputProps, 'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'disabled'>) {
  const input = { type, inputMode, autoComplete, maxLength, disabled };
  return <EntryField {...placed}>{(a) => <Input {...a} {...typed(placed)} {...input} />}</EntryField>;
}

/** Several lines. */
export function EntryLines({ rows, maxLength, ...placed }: Placed & { rows: number; maxLength: number }) {
  return (
    <EntryField {...placed}>
      {(a) => <Input.TextArea {...a} {...typed(placed)} rows={rows} maxLength={maxLength} />}
    </EntryField>
  );
}

/** One of a list, or none; a long list is searched. */
export function EntryChoice({
  options,
  long,
  ...placed
}: Placed & { options: { value: string; label: string }[]; long?: boolean }) {
  const { entry, change } = placed.hand;
  return (
    <EntryField {...placed}>
      {(a) => (
        <Select
          {...a}
          allowClear
          {...(long && { showSearch: { optionFilterProp: 'label' } })}
          value={entry[placed.field] || undefined}
          onChange={(value?: string) => change({ [placed.field]: value ?? '' })}
          options={options}
        />
      )}
    </EntryField>
  );
}
