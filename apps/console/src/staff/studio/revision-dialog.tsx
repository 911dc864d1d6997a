import { REVISION_KIND_NAMES, REVISION_KINDS, type RevisionKind, type RevisionView } from '@huiying/contracts';
import { Button, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

/** 提出修订: what is revised; the draft itself is a task of whoever answers for it. */
export function RevisionDialog(props: { onClose: () => void; onDone: (revisionNo: string) => void }) {
  const { t, pick } = useWords();
  const [kind, setKind] = useState<RevisionKind>();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!kind || busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const opened = await api<RevisionView>('/api/studio/revisions', { method: 'POST', json: { kind } });
      props.onDone(opened.revisionNo);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('rulebook.revise')} onClose={props.onClose}>
      <p>{t('rulebook.reviseHint')}</p>
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {trouble !== undefined && <Trouble error={trouble} />}
        <Labelled label={t('rulebook.kind')} required {...(asked && !kind ? { error: t('action.missing') } : {})}>
          {(attributes) => (
            <Select
              {...attributes}
              value={kind}
              onChange={setKind}
              getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
              options={REVISION_KINDS.map((value) => ({ value, label: pick(REVISION_KIND_NAMES[value]) }))}
            />
          )}
        </Labelled>
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('rulebook.revise')}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
