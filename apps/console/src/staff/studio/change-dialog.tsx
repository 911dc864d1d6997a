import type { ParameterChangeRequest, ParameterChangeView, ParameterValue, ParameterView } from '@huiying/contracts';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';
import { FigureInput } from './figure-input.js';

/** Proposes another value, with the reason and the day from which it applies. */
export function ChangeDialog(props: { figure: ParameterView; onClose: () => void; onDone: () => void }) {
  const { t } = useWords();
  const [value, setValue] = useState<ParameterValue>(props.figure.value);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '' || busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const json: ParameterChangeRequest = {
        id: props.figure.id,
        value,
        reason: reason.trim(),
        ...(from ? { from } : {}),
      };
      await api<ParameterChangeView>('/api/studio/parameters', { method: 'POST', json });
      props.onDone();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('parameters.changeTitle')} onClose={props.onClose}>
      <p>
        {props.figure.name} <span className="rules">{props.figure.ruleId}</span>
      </p>
      <p className="quiet">{t('parameters.changeHint')}</p>
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {trouble !== undefined && <Trouble error={trouble} />}
        <Labelled label={t('parameters.newValue')} required>
          {(attributes) => (
            <FigureInput attributes={attributes} figure={props.figure} value={value} onChange={setValue} />
          )}
        </Labelled>
        <Labelled
          label={t('parameters.reason')}
          required
          {...(asked && reason.trim() === '' ? { error: t('action.missing') } : {})}
        >
          {(attributes) => (
            <Input.TextArea
              {...attributes}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('parameters.from')}>
          {(attributes) => (
            <Input {...attributes} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Labelled>
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('parameters.propose')}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
