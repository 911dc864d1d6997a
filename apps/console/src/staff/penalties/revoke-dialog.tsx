import type { RevocationInput, RevocationReason, RevocationResult } from '@huiying/contracts';
import { REVOCATION_REASON_NAMES, REVOCATION_REASONS } from '@huiying/contracts';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** 撤销处罚 (R11.7): why, in a word and a sentence. What was paid is refunded. */
export function RevokeDialog(props: {
  penaltyNo: string;
  onClose: () => void;
  onDone: (result: RevocationResult) => void;
}) {
  const { t, pick } = useWords();
  const [because, setBecause] = useState<RevocationReason>();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!because || reason.trim() === '' || busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const json: RevocationInput = { because, reason: reason.trim() };
      const path = `/api/penalties/${encodeURIComponent(props.penaltyNo)}/revocation`;
      props.onDone(await api<RevocationResult>(path, { method: 'POST', json }));
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('penalties.revoke')} onClose={props.onClose}>
      <p>{t('penalties.revokeHint')}</p>
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {trouble !== undefined && <Trouble error={trouble} />}
        <Labelled
          label={t('penalties.because')}
          required
          {...(asked && !because ? { error: t('action.missing') } : {})}
        >
          {(attributes) => (
            <Select
              {...attributes}
              value={because}
              onChange={setBecause}
              getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
              options={REVOCATION_REASONS.map((value) => ({ value, label: pick(REVOCATION_REASON_NAMES[value]) }))}
            />
          )}
        </Labelled>
        <Labelled
          label={t('penalties.reason')}
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
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} danger>
            {t('penalties.revoke')}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
