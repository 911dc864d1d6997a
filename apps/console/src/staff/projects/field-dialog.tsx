import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../http/request.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { type ControlAttributes, Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';

/** One question of a dialog; what is typed is text, an empty text is nothing. */
export interface DialogField {
  name: string;
  label: string;
  required?: boolean;
  hint?: string;
  kind?: 'text' | 'date' | 'number' | 'area';
  maxLength?: number;
  /** Choices, where there are only these. */
  options?: { value: string; label: string }[];
}

/** A dialog of plain questions: blanks are asked for, refusals of the server stand at their field. */
export function FieldDialog(props: {
  title: string;
  hint?: string;
  action: string;
  fields: readonly DialogField[];
  start?: Record<string, string>;
  /** Sends what was answered; a refusal is thrown. */
  send: (answers: Record<string, string>) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [answers, setAnswers] = useState<Record<string, string>>(props.start ?? {});
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<unknown>();
  const typed = (name: string) => answers[name]?.trim() ?? '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (busy || props.fields.some(({ name, required }) => required && typed(name) === '')) return;
    setBusy(true);
    setTrouble(undefined);
    setRefused({});
    try {
      await props.send(Object.fromEntries(props.fields.map(({ name }) => [name, typed(name)])));
    } catch (error) {
      if (error instanceof ProblemError && error.body.errors?.length)
        setRefused(Object.fromEntries(error.body.errors.map((fault) => [fault.field, fault.text ?? error.message])));
      else setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const change = (name: string, value: string) => setAnswers((before) => ({ ...before, [name]: value }));
  const control = (field: DialogField, attributes: ControlAttributes) => {
    const { name, kind = 'text', options, maxLength = 100 } = field;
    if (options)
      return (
        <Select
          {...attributes}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={answers[name] || undefined}
          onChange={(value?: string) => change(name, value ?? '')}
          getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
          options={options}
        />
      );
    const common = { ...attributes, value: answers[name] ?? '', maxLength };
    if (kind === 'area')
      return <Input.TextArea {...common} rows={4} onChange={(event) => change(name, event.target.value)} />;
    return <Input {...common} type={kind} onChange={(event) => change(name, event.target.value)} />;
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {props.hint && <p>{props.hint}</p>}
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {trouble !== undefined && <Trouble error={trouble} />}
        {props.fields.map((field) => {
          const blank = asked && field.required && typed(field.name) === '';
          const error = blank ? t('action.missing') : refused[field.name];
          return (
            <Labelled
              key={field.name}
              label={field.label}
              {...(field.required ? { required: true } : {})}
              {...(field.hint ? { hint: field.hint } : {})}
              {...(error ? { error } : {})}
            >
              {(attributes) => control(field, attributes)}
            </Labelled>
          );
        })}
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {props.action}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
