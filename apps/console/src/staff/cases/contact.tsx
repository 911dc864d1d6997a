import type { CaseView, UnmaskedContact } from '@huiying/contracts';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { timeOfDay } from '../../formats/dates.js';
import { useWords } from '../../words/staff-words.js';
import { Dialog } from '../parts/dialog.js';
import { Labelled } from '../parts/labelled.js';
import { Trouble } from '../parts/states.js';
import { api } from '../session/session.js';

const REASONS = ['contact', 'visit', 'identity', 'other'] as const;
const SHOWN_MS = 10 * 60_000;

/** Masked until needed: 「显示」 asks for the use, shows for ten minutes, and is on record (console.md §0.10). */
export function Contact({ found }: { found: CaseView }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<UnmaskedContact>();
  useEffect(() => {
    if (!full) return;
    const timer = setTimeout(() => setFull(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [full]);
  if (found.anonymous || !found.contact) return <span>{t('case.anonymous')}</span>;
  const shown = full ?? found.contact;
  return (
    <span className="contact">
      <span>{[shown.name, shown.phone, shown.email, shown.address].filter(Boolean).join(' ')}</span>
      {full?.room && <span>{full.room}</span>}
      {full && <span className="quiet">{t('contact.until', { time: timeOfDay(full.until) })}</span>}
      {!full && found.may.includes('case.unmask') && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('contact.show')}
        </Button>
      )}
      {asking && (
        <Ask
          caseNo={found.caseNo}
          onClose={() => setAsking(false)}
          onShown={(contact) => {
            setFull(contact);
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}

function Ask(props: { caseNo: string; onClose: () => void; onShown: (contact: UnmaskedContact) => void }) {
  const { t } = useWords();
  const [why, setWhy] = useState<(typeof REASONS)[number]>();
  const [other, setOther] = useState('');
  const [missing, setMissing] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!why || (why === 'other' && !other.trim())) return setMissing(true);
    try {
      const reason = why === 'other' ? other.trim() : t(`contact.reason.${why}`);
      props.onShown(
        await api<UnmaskedContact>(`/api/cases/${encodeURIComponent(props.caseNo)}/unmask`, {
          method: 'POST',
          json: { reason },
        }),
      );
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <Dialog title={t('contact.title')} onClose={props.onClose}>
      <p>{t('contact.hint')}</p>
      <form noValidate className="stack" onSubmit={(event) => void send(event)}>
        {Boolean(trouble) && <Trouble error={trouble} />}
        <Labelled label={t('contact.why')} required error={missing && !why ? t('action.missing') : undefined}>
          {(attributes) => (
            <Select
              {...attributes}
              value={why}
              onChange={setWhy}
              getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
              options={REASONS.map((value) => ({ value, label: t(`contact.reason.${value}`) }))}
            />
          )}
        </Labelled>
        {why === 'other' && (
          <Labelled
            label={t('action.reason')}
            required
            error={missing && !other.trim() ? t('action.missing') : undefined}
          >
            {(attributes) => (
              <Input {...attributes} maxLength={200} value={other} onChange={(event) => setOther(event.target.value)} />
            )}
          </Labelled>
        )}
        <span className="inline-actions end">
          <Button onClick={props.onClose}>{t('app.cancel')}</Button>
          <Button type="primary" htmlType="submit">
            {t('contact.show')}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
